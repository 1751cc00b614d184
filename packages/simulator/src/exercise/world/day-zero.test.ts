// Goal: an exercise's injects and the scenario's are one list: each comes once, and the first mail makes D0.
import { DAY_MS, HOUR_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { BEGIN, inject, runOf, scenarioWith, stateOf } from '../../../test/support/exercises.ts';
import { FIRST_MAIL, shortScenario } from '../../../test/support/scenarios.ts';
import type { Inject, Scenario } from '../../scenario/types.ts';
import type { ExercisePlan } from '../types.ts';

const base = shortScenario();
const FIRST = base.injects[0]!;
const early: Inject = { ...FIRST, id: 'early', at: 5 * DAY_MS, to: 'care', dayZero: false };
const late: Inject = { ...early, id: 'late', at: FIRST_MAIL + DAY_MS };

function play(plan: Partial<ExercisePlan>, scenario: Scenario = base, until = BEGIN + 3 * DAY_MS) {
  const run = runOf(plan, scenarioWith(plan, scenario));
  run.advance(until);
  const sent = run.events.filter(({ kind }) => kind === 'inject.sent');
  return { run, sent: sent.map(({ at, values }) => [values['id'], at]) };
}

const itself = (id: string) => ({ when: { inject: id, is: 'sent' as const }, after: 0 });

test('what the scenario sends by itself stands in the list, whether the plan names it or not', () => {
  const scenario = { ...base, injects: [early, FIRST, late] };
  const named = [early, FIRST, late].map(({ id, dayZero }) =>
    inject(id, { trigger: itself(id), dayZero }),
  );
  const expected = [
    ['early', 5 * DAY_MS],
    [FIRST.id, FIRST_MAIL],
    ['late', FIRST_MAIL + DAY_MS],
  ];
  for (const injects of [[], named]) {
    const { run, sent } = play({ injects }, scenario);
    expect(sent).toEqual(expected);
    expect(run.world.state.dayZeroAt).toBe(FIRST_MAIL);
    expect(stateOf(run).injects['late']).toMatchObject({ sentAt: FIRST_MAIL + DAY_MS });
  }
});

test('the plan’s own trigger takes the place of the scenario’s time, and the first mail still makes D0', () => {
  const scenario = { ...base, injects: [early, FIRST, late] };
  const injects = [
    inject(FIRST.id, { trigger: { when: { at: FIRST_MAIL + 6 * HOUR_MS }, after: 0 } }),
    inject('late', { trigger: { when: { inject: FIRST.id, is: 'sent' }, after: HOUR_MS } }),
  ];
  const { run, sent } = play({ injects }, scenario);
  expect(sent).toEqual([
    ['early', 5 * DAY_MS],
    [FIRST.id, FIRST_MAIL + 6 * HOUR_MS],
    ['late', FIRST_MAIL + 7 * HOUR_MS],
  ]);
  expect(run.world.state.dayZeroAt).toBe(FIRST_MAIL + 6 * HOUR_MS);
});

test('D0 put off puts off what the scenario sends after it', () => {
  const scenario = { ...base, injects: [FIRST, late] };
  const opening = [{ do: 'postpone' as const, inject: FIRST.id, by: 2 * DAY_MS }];
  const plan = { mode: 'campaign' as const, opening };
  const { run, sent } = play(plan, scenario, BEGIN + 4 * DAY_MS);
  expect(run.world.state.dayZeroAt).toBe(FIRST_MAIL + 2 * DAY_MS);
  expect(sent.at(-1)).toEqual(['late', FIRST_MAIL + 3 * DAY_MS]);
});

test('with nothing taken there is no first mail', () => {
  const attack = base.attack.phases[0]!;
  const from = BEGIN + 2 * DAY_MS;
  const phases = [
    { ...attack, from, pace: attack.pace.map((knot, i) => (i ? knot : { ...knot, at: from })) },
  ];
  const scenario = { ...base, attack: { ...base.attack, phases } };
  const { run, sent } = play(
    { injects: [inject(FIRST.id, { trigger: itself(FIRST.id) })] },
    scenario,
  );
  expect(sent).toEqual([]);
  expect(stateOf(run).injects[FIRST.id]).toMatchObject({ sentAt: null, plannedAt: null });
  expect(run.world.state.dayZeroAt).toBeNull();
});

test('nobody misses what came before the exercise began', () => {
  const plan = { injects: [inject('early', { trigger: itself('early'), within: HOUR_MS })] };
  const { run } = play(plan, { ...base, injects: [early, FIRST] }, BEGIN + 30 * 60_000);
  expect(stateOf(run).injects['early']).toMatchObject({ missedAt: null, dueAt: BEGIN + HOUR_MS });
});

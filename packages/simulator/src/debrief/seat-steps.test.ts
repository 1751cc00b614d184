// Goal: bots in the seats of a bound read and answer what reaches them, as the exercise's file says.
import { HOUR_MS, MINUTE_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { BEGIN, inject, scenarioWith, text } from '../../test/support/exercises.ts';
import { UNTIL, baseOf } from '../../test/support/what-ifs.ts';
import { otherTeam } from './other-team.ts';
import { seatSteps } from './seat-steps.ts';

const scenario = scenarioWith({
  injects: [
    inject('ask', {
      to: ['care', 'legal'],
      options: [{ id: 'yes', text: text('yes'), effects: [] }],
      within: 5 * HOUR_MS,
      missed: [{ do: 'secondary-harm', people: 70 }],
      bot: { option: 'yes', afterMs: 40 * MINUTE_MS, act: { do: 'legal-hold' } },
    }),
    inject('before', { trigger: { when: { at: BEGIN - HOUR_MS }, after: 0 } }),
  ],
});

test('each role reads, the first answers and acts; what is out already is read from then on', () => {
  const steps = seatSteps(scenario.exercise!, new Map([['before', 5]]));
  expect(steps.map(({ as, do: what, when }) => [as, what, when])).toEqual([
    ['care', 'read', { inject: 'ask' }],
    ['legal', 'read', { inject: 'ask' }],
    ['care', 'answer', { inject: 'ask' }],
    ['care', 'propose', { inject: 'ask' }],
    ['care', 'read', { at: 5 }],
  ]);
});

test('a team of bots answers in time and is spared what follows; who does nothing is not', () => {
  const base = baseOf([], { scenario });
  const written = otherTeam(base, 'written').run;
  const { injects, secondaryHarm } = written.world.state.exercise!;
  expect(injects['ask']).toMatchObject({ option: 'yes', missedAt: null });
  expect(injects['before']!.readBy).toHaveLength(1);
  expect(secondaryHarm).toBe(0);
  expect(written.world.state.holds[0]!.at).toBeLessThan(BEGIN + 3 * HOUR_MS);
  expect(written.now).toBe(UNTIL);
  const nothing = otherTeam(base, 'nothing').run;
  expect(nothing.world.state.exercise!.secondaryHarm).toBe(70);
  expect(nothing.commands).toEqual([]);
});

test('the facilitator’s hand stays when another team plays', () => {
  const hand = { do: 'inject', inject: 'ask', act: 'withdraw' } as const;
  const command = { sequence: 1, at: BEGIN, by: 'f', role: 'facilitator', body: hand };
  const base = baseOf([command], { scenario });
  const { run } = otherTeam(base, 'written');
  expect(run.world.state.exercise!.injects['ask']!.sentAt).toBeNull();
  expect(run.commands.filter(({ body }) => body.do === 'inject')).toHaveLength(1);
});

// Goal: every effect does in the world what it says, from its tick on, and once.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import {
  BEGIN,
  decision,
  give,
  inject,
  pass,
  runOf,
  stateOf,
  text,
} from '../../../test/support/exercises.ts';
import { Run } from '../../run/run.ts';
import { costSoFar } from '../../run/summarise.ts';
import type { Effect } from '../types.ts';
import { earliestAwareness } from './awareness.ts';
import { exerciseView } from './view.ts';

const PLAN = { injects: [inject('one'), inject('pocket', { trigger: null })] };

/** A run in which these effects have followed from a decision at the beginning. */
function after(effects: Effect[], plan = PLAN) {
  const options = [
    { id: 'yes', text: text('yes'), effects },
    { id: 'no', text: text('no'), effects: [] },
  ];
  const run = runOf({ ...plan, decisions: [decision('go', { options })] });
  const act = { do: 'decide', decision: 'go', option: 'yes' } as const;
  give(run, { do: 'propose', act, needs: [], reasons: {} });
  pass(run);
  return run;
}

test('send: at once, or after a while', () => {
  const once = after([{ do: 'send', inject: 'pocket' }]);
  expect(stateOf(once).injects['pocket']!.sentAt).toBe(BEGIN);
  const later = after([{ do: 'send', inject: 'one', after: 3 * HOUR_MS }]);
  later.advance(BEGIN + 4 * HOUR_MS);
  expect(stateOf(later).injects['one']!.sentAt).toBe(BEGIN + 3 * HOUR_MS);
});

test('cancel: it never comes; postpone: it comes later, also when it hangs on a condition', () => {
  const cancelled = after([
    { do: 'cancel', inject: 'one' },
    { do: 'send', inject: 'one' },
  ]);
  cancelled.advance(BEGIN + 2 * HOUR_MS);
  expect(stateOf(cancelled).injects['one']).toMatchObject({ sentAt: null, withdrawnAt: BEGIN });
  const when = { declared: true as const };
  const run = after(
    [
      { do: 'postpone', inject: 'one', by: HOUR_MS },
      { do: 'postpone', inject: 'loud', by: HOUR_MS },
    ],
    { injects: [inject('one'), inject('loud', { trigger: { when, after: MINUTE_MS } })] },
  );
  give(run, { do: 'declare', severity: 'high' });
  run.advance(BEGIN + 3 * HOUR_MS);
  expect(stateOf(run).injects['one']!.sentAt).toBe(BEGIN + 2 * HOUR_MS);
  expect(stateOf(run).injects['loud']!.sentAt).toBe(BEGIN + HOUR_MS + 2 * MINUTE_MS);
});

test('contacts: so many a day, full scale, for as long as said', () => {
  const [without, run] = [after([]), after([{ do: 'contacts', perDay: 100_000, for: 2 * DAY_MS }])];
  expect(exerciseView(run.world)!.standing.contactsPerDay).toBe(100_000);
  for (const each of [without, run]) each.advance(BEGIN + 5 * DAY_MS);
  const extra =
    run.world.state.totals.extraMilliContacts - without.world.state.totals.extraMilliContacts;
  expect(extra / 1000).toBeGreaterThan(199_000);
  expect(extra / 1000).toBeLessThanOrEqual(200_000);
  expect(exerciseView(run.world)!.standing.contactsPerDay).toBe(0);
});

test('attacker-pace: he reads that much faster, or slower, or not at all', () => {
  const lost = (effects: Effect[]) => {
    const run = after(effects);
    const before = run.world.state.totals.accountsLost;
    run.advance(BEGIN + 2 * DAY_MS);
    return run.world.state.totals.accountsLost - before;
  };
  const planned = lost([]);
  expect(planned).toBeGreaterThan(5);
  expect(lost([{ do: 'attacker-pace', permille: 2000 }]) / planned).toBeCloseTo(2, 0);
  expect(lost([{ do: 'attacker-pace', permille: 500 }]) / planned).toBeCloseTo(0.5, 0);
  expect(lost([{ do: 'attacker-pace', permille: 0 }])).toBe(0);
});

test('wipe: old logs are gone for good, but not from under a hold; a device is gone', () => {
  const wipe: Effect[] = [
    { do: 'wipe', what: 'old-logs' },
    { do: 'wipe', what: 'suspect-device' },
  ];
  const options = [{ id: 'yes', text: text('yes'), effects: wipe }];
  const act = { do: 'decide', decision: 'go', option: 'yes' } as const;
  const run = runOf({ decisions: [decision('go', { options })] });
  const at = BEGIN + 100 * DAY_MS;
  run.advance(at);
  give(run, { do: 'propose', act, needs: [], reasons: {} });
  const snapshot = run.snapshot();
  pass(run);
  expect(stateOf(run)).toMatchObject({ logsFrom: at - 90 * DAY_MS, deviceWipedAt: at });
  const held = Run.restore(run.input, snapshot);
  held.world.state.holds = [{ at: BEGIN }];
  give(held, { do: 'propose', act, needs: [], reasons: {} });
  pass(held);
  expect(stateOf(held)).toMatchObject({ logsFrom: null, deviceWipedAt: at });
});

test('secondary harm and cost add up', () => {
  const run = after([
    { do: 'secondary-harm', people: 40 },
    { do: 'secondary-harm', people: 2 },
    { do: 'cost', won: 7_000_000 },
  ]);
  expect(stateOf(run)).toMatchObject({ secondaryHarm: 42, costWon: 7_000_000 });
  expect(costSoFar(run.world) - costSoFar(after([]).world)).toBe(7_000_000);
});

test('aware: the clocks run from then; note: the sentence is kept with where it came from', () => {
  const run = after([{ do: 'aware' }, { do: 'note', text: text('two notes disagree') }]);
  pass(run, 60);
  give(run, { do: 'declare', severity: 'high' });
  pass(run);
  expect(earliestAwareness(run.world.state)).toBe(BEGIN);
  expect(stateOf(run).notes).toEqual([
    { at: BEGIN, from: 'decision:go:yes', text: text('two notes disagree') },
  ]);
  expect(run.events.filter(({ kind }) => kind.startsWith('effect.'))).toMatchObject([
    { visibility: 'truth', values: { from: 'decision:go:yes' } },
    { visibility: 'truth', values: { text: 'two notes disagree' } },
  ]);
});

test('what an exercise opens with takes effect as it begins', () => {
  const run = runOf({ opening: [{ do: 'attacker-pace', permille: 1300 }] });
  expect(stateOf(run)).toMatchObject({ attackerPace: 1000, beganAt: null });
  pass(run);
  expect(stateOf(run)).toMatchObject({ attackerPace: 1300, beganAt: BEGIN });
});

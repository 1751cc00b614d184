// Goal: accounts lost and saved, the ratio to the expert and what went through afterwards, by hand.
import { expect, test } from 'vitest';
import { D0, DAY, makeBound, makeHistory, makeOutcome } from '../testing/make-history.ts';
import { measureOf, partsOf, valueOf } from '../testing/measure-of.ts';
import { sampleHistory } from '../testing/sample-history.ts';

test('accounts lost, before the exercise and during it', () => {
  const measure = measureOf(sampleHistory(), 'accounts-lost');
  expect(measure).toMatchObject({ value: 31_500_000, unit: 'accounts', objective: 'O3' });
  expect(measure.evidence).toEqual(['e1', 'c12']);
  expect(partsOf(sampleHistory(), 'accounts-lost')).toEqual({
    before: 30_000_000,
    during: 1_500_000,
  });
  expect(valueOf(makeHistory(), 'accounts-lost')).toBe(0);
});

test('accounts saved: what doing nothing loses, less what was lost', () => {
  // 33,700,000 − 31,500,000.
  expect(valueOf(sampleHistory(), 'accounts-saved')).toBe(2_200_000);
  expect(partsOf(sampleHistory(), 'accounts-saved')).toEqual({
    team: 31_500_000,
    nothing: 33_700_000,
    written: 31_000_000,
    expert: 30_400_000,
  });
  expect(valueOf(makeHistory(), 'accounts-saved')).toBe('no-bounds');
});

test('while it runs, a bound counts up to where the team stands', () => {
  // On day 30 of 60 doing nothing has lost half of its 8,000 and the expert half of its 400.
  const running = makeHistory({
    ended: false,
    to: D0 + 30 * DAY,
    outcome: makeOutcome({ attackStartedAt: D0, accountsLost: 1_000 }),
    bounds: [makeBound('nothing', 8_000), makeBound('expert', 400)],
  });
  expect(valueOf(running, 'accounts-saved')).toBe(4_000 - 1_000);
  expect(valueOf(running, 'loss-ratio')).toBe(1_000 / 200);
});

test('loss ratio: after the first true alert, against the expert’s', () => {
  // Own loss 1,400,000 (after the alert) of 1,500,000 (in the exercise); the expert's 350,000.
  const measure = measureOf(sampleHistory(), 'loss-ratio');
  expect(measure).toMatchObject({ value: 4, unit: 'times' });
  expect(measure.evidence).toEqual(['a:token-never-issued/1', 'c12']);
});

test('loss ratio: an expert who loses next to nothing counts as 0.1 % of doing nothing', () => {
  const bounds = [makeBound('nothing', 2_000_000), makeBound('expert', 0)];
  const lost = (accountsLost: number, lostAfterFirstAlert: number | null) =>
    makeHistory({ bounds, outcome: makeOutcome({ accountsLost, lostAfterFirstAlert }) });
  // 10,000 ÷ max(0, 0.001 × 2,000,000).
  expect(valueOf(lost(10_000, 10_000), 'loss-ratio')).toBe(5);
  // Without a true alert the whole loss of the exercise counts.
  expect(valueOf(lost(10_000, null), 'loss-ratio')).toBe(5);
  // Nothing lost, not even an attack: the best there is.
  expect(valueOf(lost(0, null), 'loss-ratio')).toBe(0);
});

test('loss ratio: an alert long before the exercise brings no loss from before it', () => {
  const outcome = { accountsLost: 900, lostBefore: 800, lostAfterFirstAlert: 700 };
  const bounds = [makeBound('nothing', 1_000), makeBound('expert', 50)];
  // min(700, 900 − 800) ÷ max(50, 1).
  expect(valueOf(makeHistory({ bounds, outcome: makeOutcome(outcome) }), 'loss-ratio')).toBe(2);
});

test('loss ratio needs both bounds, and something to lose', () => {
  const outcome = makeOutcome({ accountsLost: 5 });
  expect(valueOf(makeHistory({ outcome }), 'loss-ratio')).toBe('no-bounds');
  const one = [makeBound('expert', 5)];
  expect(valueOf(makeHistory({ outcome, bounds: one }), 'loss-ratio')).toBe('no-bounds');
  const none = [makeBound('nothing', 0), makeBound('expert', 0)];
  expect(valueOf(makeHistory({ outcome, bounds: none }), 'loss-ratio')).toBe('nothing-to-lose');
});

test('residual forged successes count from the first act of containment', () => {
  const measure = measureOf(sampleHistory(), 'residual-forged');
  expect(measure).toMatchObject({ value: 12_000, unit: 'count', evidence: ['c8', 'c12'] });
  const with_ = (given: Parameters<typeof makeOutcome>[0]) =>
    valueOf(makeHistory({ outcome: makeOutcome(given) }), 'residual-forged');
  expect(with_({})).toBe('no-attack');
  // They go on and none came after an act: nothing was done.
  expect(with_({ attackStartedAt: D0 })).toBe('no-containment');
  // Closed at one stroke.
  expect(with_({ attackStartedAt: D0, containedAt: D0 + DAY })).toBe(0);
  // Something was done, and it did not do.
  expect(with_({ attackStartedAt: D0, residualForged: 7 })).toBe(7);
});

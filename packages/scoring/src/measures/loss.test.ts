// Goal: accounts lost and saved, the ratio to the expert and what went through afterwards, by hand.
import { expect, test } from 'vitest';
import { D0, DAY, HOUR, makeBound, makeHistory, makeOutcome } from '../testing/make-history.ts';
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
    expert: 30_350_000,
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

test('loss ratio: since the first alarm, against the expert’s', () => {
  // Alert after an hour, when 30,100,000 were lost: 1,400,000 since. The expert 30,350,000 − 30,000,000.
  const measure = measureOf(sampleHistory(), 'loss-ratio');
  expect(measure).toMatchObject({ value: 4, unit: 'times', at: D0 + HOUR });
  expect(measure.evidence).toEqual(['a:token-never-issued/1', 'c2', 'c3', 'c12']);
  // 3,700,000 ÷ 350,000 for doing nothing.
  const { nothing, ...others } = partsOf(sampleHistory(), 'loss-ratio');
  expect(others).toEqual({ team: 4, expert: 1 });
  expect(nothing).toBeCloseTo(3_700_000 / 350_000, 8);
});

test('loss ratio: an expert who loses next to nothing counts as 0.1 % of doing nothing', () => {
  const bounds = [makeBound('nothing', 2_000_000), makeBound('expert', 0)];
  const ratio = (accountsLost: number) =>
    valueOf(makeHistory({ bounds, outcome: makeOutcome({ accountsLost }) }), 'loss-ratio');
  // 10,000 ÷ max(0, 0.001 × 2,000,000).
  expect(ratio(10_000)).toBe(5);
  // Nothing lost, not even an attack: the best there is.
  expect(ratio(0)).toBe(0);
});

/** 100 accounts a day for ten days, of which 500 before the exercise begins. */
const HUNDRED_A_DAY = Array.from({ length: 11 }, (_, day) => ({
  at: D0 + (day - 5) * DAY,
  accounts: day * 100,
}));

const lostAll = (
  given: Parameters<typeof makeOutcome>[0],
  ...bounds: ReturnType<typeof makeBound>[]
) =>
  makeHistory({
    loss: HUNDRED_A_DAY,
    outcome: makeOutcome({ accountsLost: 1_000, lostBefore: 500, ...given }),
    bounds: [
      makeBound('nothing', 1_000, { lostBefore: 500 }),
      ...(bounds.length > 0 ? bounds : [makeBound('expert', 600, { lostBefore: 500 })]),
    ],
  });

test('loss ratio: without any alarm all of the exercise’s own time counts', () => {
  // (1,000 − 500) ÷ (600 − 500).
  expect(valueOf(lostAll({}), 'loss-ratio')).toBe(5);
});

test('loss ratio: an alarm long before the exercise brings no loss from before it', () => {
  expect(valueOf(lostAll({ firstTrueAlertAt: D0 - 4 * DAY }), 'loss-ratio')).toBe(5);
});

test('loss ratio: who is alarmed late counts from when the expert was', () => {
  const expert = makeBound('expert', 600, { lostBefore: 500, detectedAt: D0 + DAY });
  // Since the expert’s first day: (1,000 − 600) ÷ (600 − 500), its own curve being coarser.
  expect(valueOf(lostAll({ firstTrueAlertAt: D0 + 4 * DAY }, expert), 'loss-ratio')).toBe(4);
  // Alarmed before the expert, from then on; an alarm that is still to come is none.
  expect(valueOf(lostAll({ detectedAt: D0 }, expert), 'loss-ratio')).toBe(5);
  const ahead = makeBound('expert', 600, { lostBefore: 500, detectedAt: D0 + 90 * DAY });
  expect(valueOf(lostAll({}, ahead), 'loss-ratio')).toBe(5);
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

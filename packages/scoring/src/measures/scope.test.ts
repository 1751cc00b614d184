// Goal: hold, estimates and revisions, by hand.
import { expect, test } from 'vitest';
import { D0, HOUR, makeHistory } from '../testing/make-history.ts';
import { measureOf, partsOf, valueOf } from '../testing/measure-of.ts';
import { sampleHistory } from '../testing/sample-history.ts';

test('hold delay: from the provable awareness to the first hold', () => {
  // Aware after half an hour, held after twelve.
  expect(measureOf(sampleHistory(), 'hold-delay')).toMatchObject({
    value: 11.5 * HOUR,
    at: D0 + 12 * HOUR,
    evidence: ['c8'],
  });
  const heldAt = { at: D0, moment: 'c1' };
  expect(valueOf(makeHistory({ heldAt, awareAt: D0 + HOUR }), 'hold-delay')).toBe(0);
  expect(valueOf(makeHistory({ heldAt }), 'hold-delay')).toBe(0);
  expect(valueOf(makeHistory({ awareAt: D0 }), 'hold-delay')).toBe('no-hold');
});

const estimate = (moment: string, hours: number, low: number, high: number, truth: number) => ({
  moment,
  at: D0 + hours * HOUR,
  by: 'ana',
  low,
  high,
  confidence: 80,
  truth,
});

/** In orders of magnitude: 1 to 2 where 3 is true, then 2 to 4 where 3 is true. Written in the wrong order. */
const TWO = makeHistory({
  estimates: [estimate('c2', 9, 99, 9_999, 999), estimate('c1', 3, 9, 99, 999)],
});

test('interval score: mean over the estimates, each with what it cost', () => {
  // c1: width 1 + 2 ÷ (1 − 0.8) × 1 = 11. c2: width 2. Mean 6.5.
  expect(measureOf(TWO, 'interval-score')).toMatchObject({ value: 6.5, unit: 'points' });
  expect(measureOf(TWO, 'interval-score').parts).toEqual([
    { of: 'c1', value: 11, evidence: ['c1'] },
    { of: 'c2', value: 2, evidence: ['c2'] },
  ]);
});

test('interval score of the sample: 4,500 was said with much certainty', () => {
  // log10(5,001 ÷ 4,001) + 20 × log10(31,500,001 ÷ 5,001) = 0.09689 + 20 × 3.79925 = 76.0820,
  // and log10(34,000,001 ÷ 30,000,001) = 0.05436; half of their sum is 38.0682.
  expect(measureOf(sampleHistory(), 'interval-score').value).toBeCloseTo(38.0682, 3);
});

test('interval hit is about the last estimate, whatever their order in the history', () => {
  expect(measureOf(TWO, 'interval-hit')).toMatchObject({ value: 1, evidence: ['c2'] });
  expect(partsOf(TWO, 'interval-hit')).toEqual({ c1: 0, c2: 1 });
  const worse = makeHistory({ estimates: [...TWO.estimates, estimate('c3', 20, 5, 6, 999)] });
  expect(valueOf(worse, 'interval-hit')).toBe(0);
});

test('without an estimate there is neither', () => {
  expect(valueOf(makeHistory(), 'interval-score')).toBe('no-estimates');
  expect(valueOf(makeHistory(), 'interval-hit')).toBe('no-estimates');
});

const fact = (moment: string, hours: number, revised: number | null) => ({
  at: D0 + hours * HOUR,
  moment,
  revised: revised === null ? null : { at: D0 + revised * HOUR, moment: `r:${moment}` },
});

test('revision delay: the longest of them', () => {
  // The correlation came in after 50 hours, the number was changed after 52.
  expect(measureOf(sampleHistory(), 'revision-delay')).toMatchObject({
    value: 2 * HOUR,
    evidence: ['e4', 'c15'],
  });
  const newFacts = [fact('e1', 1, 2), fact('e2', 5, 9)];
  expect(valueOf(makeHistory({ newFacts }), 'revision-delay')).toBe(4 * HOUR);
  expect(partsOf(makeHistory({ newFacts }), 'revision-delay')).toEqual({ e1: HOUR, e2: 4 * HOUR });
});

test('revision delay: one unanswered fact is enough to have none', () => {
  const newFacts = [fact('e1', 1, 2), fact('e2', 5, null)];
  expect(valueOf(makeHistory({ newFacts }), 'revision-delay')).toBe('not-revised');
  expect(partsOf(makeHistory({ newFacts }), 'revision-delay')).toEqual({ e1: HOUR, e2: null });
  expect(valueOf(makeHistory(), 'revision-delay')).toBe('no-new-facts');
});

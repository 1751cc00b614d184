// Goal: the interval score is Winkler's by hand, and it pays to say what one believes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intervalScore } from './interval-score.ts';

test('within, the score is the width in orders of magnitude', () => {
  // log10(1 + 999) − log10(1 + 9) = 3 − 1.
  expect(intervalScore({ low: 9, high: 999, confidence: 90 }, 100)).toBe(2);
  expect(intervalScore({ low: 999, high: 9, confidence: 90 }, 100)).toBe(2);
});

test('outside, the distance costs twice, over the doubt that was left', () => {
  // Width 1 (from 1 to 2 orders), truth at 3 orders: 1 + 2 ÷ 0.2 × 1.
  expect(intervalScore({ low: 9, high: 99, confidence: 80 }, 999)).toBe(11);
  // At 50 % of confidence: 1 + 2 ÷ 0.5 × 1. Below as well: truth at 0 orders.
  expect(intervalScore({ low: 9, high: 99, confidence: 50 }, 999)).toBe(5);
  expect(intervalScore({ low: 9, high: 99, confidence: 50 }, 0)).toBe(5);
});

test('nobody is surer than 99 percent, nor less sure than not at all', () => {
  // 1 + 2 ÷ 0.01 × 1 and 1 + 2 ÷ 1 × 1.
  expect(intervalScore({ low: 9, high: 99, confidence: 100 }, 999)).toBe(201);
  expect(intervalScore({ low: 9, high: 99, confidence: -3 }, 999)).toBe(3);
});

test('it is finite and never below zero', () => {
  const count = fc.nat(40_000_000);
  fc.assert(
    fc.property(
      count,
      count,
      count,
      fc.integer({ min: -10, max: 110 }),
      (low, high, truth, sure) => {
        const score = intervalScore({ low, high, confidence: sure }, truth);
        expect(Number.isFinite(score)).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('who believes in a spread of numbers does best by its middle eighty percent', () => {
  // Belief: each of 0 to 100 tenths of an order above 1,000, equally likely. Its central 80 % is 10 to 90.
  const belief = Array.from({ length: 101 }, (_, tenth) => 1000 * 10 ** (tenth / 10));
  const expected = (from: number, to: number) =>
    belief.reduce(
      (sum, truth) =>
        sum + intervalScore({ low: belief[from]!, high: belief[to]!, confidence: 80 }, truth),
      0,
    );
  const honest = expected(10, 90);
  for (const [from, to] of [
    [0, 100],
    [30, 70],
    [0, 90],
    [10, 100],
    [25, 90],
  ] as const) {
    expect(expected(from, to)).toBeGreaterThan(honest);
  }
});

// Goal: agreement of two estimates is what both hold of what either spans.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intervalAgreement } from './interval-agreement.ts';

const between = (low: number, high: number) => ({ low, high });

test('the same interval agrees wholly, intervals apart not at all', () => {
  expect(intervalAgreement(between(9, 99), between(99, 9))).toBe(1);
  expect(intervalAgreement(between(500, 500), between(500, 500))).toBe(1);
  expect(intervalAgreement(between(9, 99), between(9_999, 99_999))).toBe(0);
});

test('overlap ÷ span in orders of magnitude, each end widened by 0.02', () => {
  // 1 to 3 and 2 to 4 orders: both 1.04, either 3.04.
  expect(intervalAgreement(between(9, 999), between(99, 9_999))).toBeCloseTo(1.04 / 3.04, 8);
  // A figure within a wide interval (1 to 2 orders, at 1.5): 0.04 of 1.04.
  const middle = 10 ** 1.5 - 1;
  expect(intervalAgreement(between(9, 99), between(middle, middle))).toBeCloseTo(0.04 / 1.04, 8);
});

test('it is a share, and the same from either side', () => {
  const interval = fc.record({ low: fc.nat(40_000_000), high: fc.nat(40_000_000) });
  fc.assert(
    fc.property(interval, interval, (one, other) => {
      const share = intervalAgreement(one, other);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(intervalAgreement(other, one)).toBe(share);
    }),
  );
});

// Goal: the slider offers round amounts, all that are possible and none that are not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shiftAmounts } from './shift-amounts.ts';

const HOUR = 3_600_000;

test('round amounts either way, as far as the bounds go', () => {
  expect(shiftAmounts(10 * HOUR, 9 * HOUR, 12.5 * HOUR).map((ms) => ms / HOUR)).toEqual([
    -1, -0.5, -0.25, 0, 0.25, 0.5, 1, 2, 2.5,
  ]);
});

test('what cannot be moved stays', () => {
  expect(shiftAmounts(5, 5, 5)).toEqual([0]);
});

test('amounts ascend, hold nought, and stay within the bounds', () => {
  const time = fc.integer({ min: 0, max: 400 * 24 * HOUR });
  fc.assert(
    fc.property(time, time, time, (a, b, c) => {
      const [from, at, to] = [a, b, c].toSorted((x, y) => x - y) as [number, number, number];
      const amounts = shiftAmounts(at, from, to);
      expect(amounts).toContain(0);
      expect(amounts[0]).toBe(from - at === 0 ? 0 : from - at);
      for (const [n, by] of amounts.entries()) {
        expect(at + by >= from && at + by <= to).toBe(true);
        if (n > 0) expect(by).toBeGreaterThan(amounts[n - 1]!);
      }
    }),
  );
});

import { expect, test } from 'vitest';
import fc from 'fast-check';
import { niceTicks, timeTicks } from './nice-ticks.ts';

const calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };

test('value ticks start at nought, cover the maximum and stay few', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), (max) => {
      const ticks = niceTicks(max);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)!).toBeGreaterThanOrEqual(max * 0.999);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }),
  );
  expect(niceTicks(0)).toEqual([0, 1]);
});

test('time ticks fall on round local moments', () => {
  const { step, at } = timeTicks(calendar, 3_000_000, 3_000_000 + 86_400_000, 8);
  expect(step).toBe(3 * 3_600_000);
  expect(at[0]).toBe(3 * 3_600_000);
  const days = timeTicks(calendar, 0, 10 * 86_400_000, 6);
  expect(days.at.every((t) => t % 86_400_000 === 0)).toBe(true);
});

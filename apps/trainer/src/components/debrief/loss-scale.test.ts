// Goal: both scales hold every number of accounts from none to all, the higher the more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lossScale } from './loss-scale.ts';

const room = { height: 200, air: 10 };

test('more is never lower, nought stands at the floor, the most has air above', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('linear' as const, 'log' as const),
      fc.integer({ min: 1, max: 40_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (kind, top, share) => {
        const { y, ticks } = lossScale(kind, { ...room, top, least: Math.max(1, top / 1e4) });
        expect(y(0)).toBe(200);
        expect(y(top)).toBeGreaterThanOrEqual(10 - 1e-9);
        expect(y(top * share)).toBeGreaterThanOrEqual(y(top));
        expect(ticks.length).toBeLessThanOrEqual(9);
        expect(ticks.at(-1)!).toBeGreaterThan(0);
      },
    ),
  );
});

test('by powers of ten each is as far from the next', () => {
  const { y, ticks } = lossScale('log', { ...room, top: 30_000_000, least: 4536 });
  expect(ticks).toEqual([0, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]);
  expect(y(10_000) - y(100_000)).toBeCloseTo(y(1_000_000) - y(10_000_000), 9);
});

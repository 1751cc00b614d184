import { expect, test } from 'vitest';
import { decadesOf, shareOf } from './estimate-scale.ts';

// Goal: 4,500 and 33.7 million are both readable in one drawing.
test('the scale spans whole decades around all intervals', () => {
  const decades = decadesOf([
    { low: 4_500, high: 9_000 },
    { low: 30_000_000, high: 35_000_000 },
  ]);
  expect(decades).toEqual([1e3, 1e4, 1e5, 1e6, 1e7, 1e8]);
  expect(shareOf(1e3, decades)).toBe(0);
  expect(shareOf(1e8, decades)).toBe(1);
  expect(shareOf(0, decades)).toBe(0);
});

test('a single round number still has a decade to stand in', () => {
  expect(decadesOf([{ low: 100, high: 100 }])).toEqual([100, 1000]);
});

import { expect, test } from 'vitest';
import { logScale } from './log-scale.ts';

// Goal: an estimate of hundreds and a truth of millions are both readable on one line.
test('powers of ten stand at equal distances, nought apart, the largest within', () => {
  const { x, powers } = logScale([0, 450, 33_673_817], 414);
  expect(powers.at(-1)).toBe(100_000_000);
  expect(x(0)).toBe(0);
  expect(x(1)).toBe(14);
  expect(x(10) - x(1)).toBeCloseTo(x(1000) - x(100));
  expect(x(100_000_000)).toBe(414);
});

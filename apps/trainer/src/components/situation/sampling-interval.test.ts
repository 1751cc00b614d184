import { expect, test } from 'vitest';
import { samplingInterval } from './sampling-interval.ts';

test('an exact count has no interval', () => {
  expect(samplingInterval(4536, 1)).toEqual({ low: 4536, high: 4536 });
});

test('the interval narrows as more is counted and never goes below nought', () => {
  const width = (value: number, scale: number) => {
    const { low, high } = samplingInterval(value, scale);
    return (high - low) / value;
  };
  expect(width(33_673_817, 1000)).toBeLessThan(width(33_673_817, 10_000));
  expect(width(33_673_817, 10_000)).toBeCloseTo(0.0676, 3);
  expect(samplingInterval(10_000, 10_000).low).toBe(0);
});

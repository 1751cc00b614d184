import { expect, test } from 'vitest';
import { samplingInterval } from './sampling-interval.ts';

const MEMBERS = 33_673_817;

test('an exact count has no interval', () => {
  expect(samplingInterval(4536, 1, MEMBERS)).toEqual({ low: 4536, high: 4536 });
});

test('half of the members is least sure, none and all are sure', () => {
  const width = (value: number, scale: number) => {
    const { low, high } = samplingInterval(value, scale, MEMBERS);
    return high - low;
  };
  expect(width(MEMBERS, 10_000)).toBe(0);
  expect(width(0, 10_000)).toBe(0);
  expect(width(MEMBERS / 2, 10_000)).toBeGreaterThan(width(MEMBERS / 10, 10_000));
  expect(width(MEMBERS / 2, 1000)).toBeLessThan(width(MEMBERS / 2, 10_000));
  expect(samplingInterval(10_000, 10_000, MEMBERS).low).toBe(0);
});

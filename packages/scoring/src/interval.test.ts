// Goal: intervals are looked at in orders of magnitude, whichever end was written first.
import { expect, test } from 'vitest';
import { holds, inOrders, ordersOff } from './interval.ts';

test('ends in orders of magnitude, the lower first', () => {
  // log10(1 + 9) = 1, log10(1 + 999) = 3.
  expect(inOrders({ low: 9, high: 999 })).toEqual({ low: 1, high: 3 });
  expect(inOrders({ low: 999, high: 9 })).toEqual({ low: 1, high: 3 });
  expect(inOrders({ low: -5, high: 0 })).toEqual({ low: 0, high: 0 });
});

test('an interval holds its ends', () => {
  expect([9, 10, 99, 100].map((truth) => holds({ low: 99, high: 10 }, truth))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('outside, the distance is in orders of magnitude', () => {
  const interval = { low: 9, high: 99 };
  // 1 to 2 orders; 9,999 is 4 orders, 0 is none, 50 is within.
  expect(ordersOff(interval, 9_999)).toBe(2);
  expect(ordersOff(interval, 0)).toBe(1);
  expect(ordersOff(interval, 50)).toBe(0);
});

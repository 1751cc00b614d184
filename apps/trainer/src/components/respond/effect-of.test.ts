import { expect, test } from 'vitest';
import type { HourFrame } from '@dwell/simulator/router';
import { effectOf } from './effect-of.ts';

const H = 3_600_000;
const frame = (hour: number, refused: number, orders: number): HourFrame => ({
  at: hour * H,
  requests: [],
  errors: [0, refused],
  orders,
  lostOrders: 0,
  logins: 0,
  loginFailures: 0,
  contacts: 10,
  lockedOut: 0,
  cost: 0,
});
// Orders follow the hour of the day; refusals rise from hour 30 on.
const frames = Array.from({ length: 48 }, (_, hour) =>
  frame(hour, hour < 30 ? 10 : 600, 100 * (hour % 24)),
);

test('only what moved is told, against the same hours of the day before', () => {
  expect(effectOf(frames, 1, 30 * H)).toEqual([{ id: 'refused', before: 10, after: 600 }]);
});

test('nothing is claimed before an hour has passed or without a day before', () => {
  expect(effectOf(frames, 1, 48 * H)).toBeNull();
  expect(effectOf(frames.slice(30), 1, 30 * H)).toBeNull();
});

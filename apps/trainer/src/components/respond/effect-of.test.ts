import { expect, test } from 'vitest';
import type { HourFrame } from '@dwell/simulator/router';
import { effectOf } from './effect-of.ts';

const H = 3_600_000;
const frame = (hour: number, refused: number, orders = 100): HourFrame => ({
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

test('only what moved is told, per hour before and after', () => {
  const frames = [frame(0, 10), frame(1, 10), frame(2, 500), frame(3, 700)];
  expect(effectOf(frames, 1, 2 * H)).toEqual([{ id: 'refused', before: 10, after: 600 }]);
});

test('nothing is claimed before an hour has passed', () => {
  expect(effectOf([frame(0, 1), frame(1, 1)], 1, 2 * H)).toBeNull();
});

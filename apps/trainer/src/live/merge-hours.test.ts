import { expect, test } from 'vitest';
import type { HourFrame } from '@dwell/simulator/router';
import { type MergedHours, mergeHours } from './merge-hours.ts';

const H = 3_600_000;
const frame = (hour: number, orders = 1): HourFrame => ({
  at: hour * H,
  requests: [0, hour],
  errors: [0, 0],
  orders,
  lostOrders: 0,
  logins: 0,
  loginFailures: 0,
  contacts: 0,
  lockedOut: hour,
  cost: hour * 10,
});

test('new hours go to the end and repeated ones are ignored', () => {
  const view: MergedHours = { binHours: 1, frames: [frame(0), frame(1)] };
  const merged = mergeHours(view, [frame(1), frame(2)]);
  expect(merged.frames.map((f) => f.at / H)).toEqual([0, 1, 2]);
  expect(view.frames).toHaveLength(2);
});

test('thinned views fill their last bin before they open another; levels stay the latest', () => {
  const view: MergedHours = { binHours: 3, frames: [frame(0, 30)] };
  const merged = [3, 4, 5, 6].reduce((v, hour) => mergeHours(v, [frame(hour)]), view);
  expect(merged.frames.map((f) => [f.at / H, f.orders])).toEqual([
    [0, 30],
    [3, 3],
    [6, 1],
  ]);
  expect(merged.frames[1]!.cost).toBe(50);
  expect(merged.frames[1]!.requests[1]).toBe(12);
});

test('a stream that starts over changes nothing', () => {
  const once = mergeHours({ binHours: 1, frames: [] }, [frame(0), frame(1)]);
  expect(mergeHours(once, [frame(0), frame(1)]).frames).toEqual(once.frames);
});

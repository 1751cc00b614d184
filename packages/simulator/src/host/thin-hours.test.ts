import { HOUR_MS } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HourFrame } from '../run/frame.ts';
import { framesBetween, FRAMES_MAX, thinHours } from './thin-hours.ts';

// Goal: thinning keeps every sum and the last level, within the number of frames a chart takes.

const hour = (n: number, orders: number): HourFrame => ({
  at: n * HOUR_MS,
  requests: [0, orders, 1],
  errors: [0, 0, 2],
  orders,
  lostOrders: 1,
  logins: 2,
  loginFailures: 3,
  contacts: 4,
  lockedOut: n,
  cost: n * 10,
  truth: { attackRequests: 5, attackServed: 6, accountsLost: n * 7 },
});

test('sums are kept, levels are the last, frames are few and lie on whole bins', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 1, max: 9_000 }),
      fc.integer({ min: 2, max: FRAMES_MAX }),
      (from, count, max) => {
        const hours = Array.from({ length: count }, (_, i) => hour(from + i, i % 17));
        const { binHours, frames } = thinHours(hours, max);
        const sum = (list: readonly HourFrame[], of: (frame: HourFrame) => number) =>
          list.reduce((all, frame) => all + of(frame), 0);
        expect(frames.length).toBeLessThanOrEqual(Math.max(max, 2));
        for (const of of [
          (f: HourFrame) => f.orders,
          (f: HourFrame) => f.requests[1]!,
          (f: HourFrame) => f.errors[2]!,
          (f: HourFrame) => f.truth!.attackServed,
        ]) {
          expect(sum(frames, of)).toBe(sum(hours, of));
        }
        const [last, lastHour] = [frames.at(-1)!, hours.at(-1)!];
        expect([last.cost, last.lockedOut, last.truth!.accountsLost]).toEqual([
          lastHour.cost,
          lastHour.lockedOut,
          lastHour.truth!.accountsLost,
        ]);
        expect(frames.every(({ at }) => binHours === 1 || at % (binHours * HOUR_MS) === 0)).toBe(
          true,
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('a span keeps the hours that start in it', () => {
  const hours = [0, 1, 2, 3].map((n) => hour(n, 1));
  expect(framesBetween(hours, HOUR_MS, 3 * HOUR_MS).map(({ at }) => at)).toEqual([
    HOUR_MS,
    2 * HOUR_MS,
  ]);
  expect(framesBetween(hours)).toHaveLength(4);
  expect(thinHours([])).toEqual({ binHours: 1, frames: [] });
});

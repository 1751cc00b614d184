import { expect, test } from 'vitest';
import type { ClockView } from '@dwell/simulator/router';
import { holdClock, isOvertaken, simAt } from './sim-now.ts';

const clock = (part: Partial<ClockView>): ClockView => ({
  state: 'paused',
  speed: 60,
  anchorSim: 5_000_000,
  anchorWallMs: 0,
  now: 5_000_000,
  slowed: false,
  ...part,
});

test('a still clock shows where it was put, and says when the world is not there yet', () => {
  const held = holdClock(clock({ now: 0 }), 4_000_000, 100);
  expect(held).toMatchObject({ shown: 5_000_000, catchingUp: true });
  expect(simAt(held, 99_999)).toBe(5_000_000);
  expect(holdClock(clock({}), 4_000_000, 0).catchingUp).toBe(false);
});

test('a playing clock goes on from how far the world really got, by the browser’s own watch', () => {
  const held = holdClock(clock({ state: 'playing', anchorSim: 4_000_000 }), 4_000_000, 1000);
  expect(simAt(held, 1000)).toBe(5_000_000);
  expect(simAt(held, 2000)).toBe(5_060_000);
});

test('no moment before the start is ever shown', () => {
  expect(simAt(holdClock(clock({ state: 'playing', now: 0 }), 4_000_000, 0), 500)).toBe(4_000_000);
});

test('an answer that the stream has overtaken does not set the clock back', () => {
  const held = clock({ anchorWallMs: 200 });
  expect(isOvertaken(clock({ anchorWallMs: 200, now: 4_000_000 }), held)).toBe(true);
  expect(isOvertaken(clock({ anchorWallMs: 100 }), held)).toBe(true);
  expect(isOvertaken(clock({ anchorWallMs: 300, now: 0 }), held)).toBe(false);
  expect(isOvertaken(clock({}), null)).toBe(false);
});

// Goal: times below the axis are round, in order, and never written over each other.
import { expect, test } from 'vitest';
import { stretchAxis } from '../charts/stretch-axis.ts';
import { axisTicks } from './axis-ticks.ts';

const HOUR = 3_600_000;
const calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };
const axis = stretchAxis([
  { id: 'before', from: 0, to: 300 * 24 * HOUR, left: 0, right: 0.2 },
  { id: 'notice', from: 300 * 24 * HOUR, to: 300 * 24 * HOUR + 10 * HOUR, left: 0.2, right: 1 },
]);
const drawn = { x: (at: number) => axis.place(at) * 1000, left: 0, right: 1000, gap: 80 };

test('each piece of the axis has ticks of its own fineness', () => {
  const ticks = axisTicks(axis, calendar, drawn);
  const hours = ticks.filter((tick) => tick.at >= 300 * 24 * HOUR);
  expect(ticks.length - hours.length).toBeGreaterThan(0);
  expect(hours.length).toBeGreaterThan(2);
  expect(hours.every((tick) => tick.at % HOUR === 0)).toBe(true);
});

test('labels keep their distance and stay inside', () => {
  const ticks = axisTicks(axis, calendar, drawn);
  for (const [n, tick] of ticks.entries()) {
    expect(tick.x).toBeGreaterThanOrEqual(40);
    expect(tick.x).toBeLessThanOrEqual(960);
    if (n > 0) expect(tick.x - ticks[n - 1]!.x).toBeGreaterThanOrEqual(80);
  }
});

test('what is zoomed out of sight has none', () => {
  const zoomed = { ...drawn, x: (at: number) => (axis.place(at) - 0.5) * 10_000 };
  for (const { at } of axisTicks(axis, calendar, zoomed))
    expect(at).toBeGreaterThan(300 * 24 * HOUR);
});

// Goal: the line can be moved by keys alone, near and far, and never off the axis.
import { expect, test } from 'vitest';
import { scrubKey } from './scrub-key.ts';

const MINUTE = 60_000;
const to = 2_000 * MINUTE;
const frame = {
  ...{ left: 100, right: 1100 },
  x: (at: number) => 100 + (at / to) * 1000,
  timeAt: (x: number) => Math.max(0, Math.min(to, ((x - 100) / 1000) * to)),
};
const press = (key: string, at: number) => scrubKey(key, { at, from: 0, to, frame });

test('arrows, pages and ends', () => {
  expect(press('ArrowRight', 0)).toBeCloseTo(10 * MINUTE, 3);
  expect(press('ArrowLeft', 100 * MINUTE)).toBeCloseTo(90 * MINUTE, 3);
  expect(press('PageUp', 0)).toBeCloseTo(200 * MINUTE, 3);
  expect(press('Home', 500)).toBe(0);
  expect(press('End', 500)).toBe(to);
  expect(press('a', 500)).toBeNull();
});

test('a press moves by a minute at least, and never past the end', () => {
  const near = { ...frame, x: () => 100, timeAt: () => 5 * MINUTE };
  const here = { at: 5 * MINUTE, from: 0, to, frame: near };
  expect(scrubKey('ArrowRight', here)).toBe(6 * MINUTE);
  expect(scrubKey('ArrowLeft', here)).toBe(4 * MINUTE);
  expect(press('PageUp', to - MINUTE)).toBe(to);
});

// Goal: what a drawing shows stands where its value says, evenly or by powers of ten.
import { expect, test } from 'vitest';
import { chartPlace } from './chart-place.ts';

const box = { left: 10, right: 110, top: 0, bottom: 100 };

test('evenly: half of the top is half way up, and nothing leaves the box', () => {
  const { x, y } = chartPlace({ from: 0, to: 200, log: false, top: 50, box });
  expect([x(0), x(100), x(200)]).toEqual([10, 60, 110]);
  expect([y(0), y(25), y(50), y(80)]).toEqual([100, 50, 0, 0]);
});

test('by powers of ten: each is a step as high as the last', () => {
  const { y } = chartPlace({ from: 0, to: 1, log: true, top: 10_000, box });
  expect([y(0), y(1), y(10), y(100), y(10_000)]).toEqual([100, 100, 75, 50, 0]);
});

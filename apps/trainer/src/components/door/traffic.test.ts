import { expect, test } from 'vitest';
import { brightness, firstMotes, LANES, moveMotes } from './traffic.ts';

test('the picture begins the same each time and nothing leaves it', () => {
  const motes = firstMotes(120);
  expect(motes).toEqual(firstMotes(120));
  let moved = motes;
  for (let i = 0; i < 500; i++) moved = moveMotes(moved, 0.3);
  expect(moved.every((mote) => mote.at >= 0 && mote.at < 1 && mote.lane < LANES)).toBe(true);
  expect(moved.every((mote) => brightness(mote) >= 0 && brightness(mote) <= 1)).toBe(true);
});

// Goal: every mark of every lane can be reached by arrow keys alone.
import { expect, test } from 'vitest';
import { nextMark } from './next-mark.ts';

const lanes = [[{ x: 0 }, { x: 100 }], [], [{ x: 30 }, { x: 90 }, { x: 400 }]];

test('left and right go along the lane and stop at its ends', () => {
  expect(nextMark(lanes, { lane: 0, mark: 0 }, 'ArrowRight')).toEqual({ lane: 0, mark: 1 });
  expect(nextMark(lanes, { lane: 0, mark: 1 }, 'ArrowRight')).toBeNull();
  expect(nextMark(lanes, { lane: 0, mark: 0 }, 'ArrowLeft')).toBeNull();
  expect(nextMark(lanes, { lane: 2, mark: 0 }, 'End')).toEqual({ lane: 2, mark: 2 });
  expect(nextMark(lanes, { lane: 2, mark: 2 }, 'Home')).toEqual({ lane: 2, mark: 0 });
});

test('up and down go to the nearest of the next lane that has any', () => {
  expect(nextMark(lanes, { lane: 0, mark: 1 }, 'ArrowDown')).toEqual({ lane: 2, mark: 1 });
  expect(nextMark(lanes, { lane: 2, mark: 2 }, 'ArrowUp')).toEqual({ lane: 0, mark: 1 });
  expect(nextMark(lanes, { lane: 0, mark: 0 }, 'ArrowUp')).toBeNull();
});

test('other keys, and marks that are gone, lead nowhere', () => {
  expect(nextMark(lanes, { lane: 0, mark: 0 }, 'x')).toBeNull();
  expect(nextMark(lanes, { lane: 0, mark: 9 }, 'ArrowLeft')).toBeNull();
});

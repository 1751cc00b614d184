// Goal: the loss at a moment is what had surely been lost by then.
import { expect, test } from 'vitest';
import { lossAt } from './loss-at.ts';

const LOSS = [
  { at: 10, accounts: 3 },
  { at: 20, accounts: 7 },
  { at: 20, accounts: 8 },
  { at: 40, accounts: 9 },
];

test('a curve steps at its entries and stays until the next', () => {
  const times = [9, 10, 19, 20, 39, 40, 1000];
  expect(times.map((at) => lossAt(LOSS, at))).toEqual([0, 3, 3, 8, 8, 9, 9]);
});

test('nothing is lost where there is no curve', () => {
  expect(lossAt([], 5)).toBe(0);
});

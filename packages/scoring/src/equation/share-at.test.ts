// Goal: a curve is straight between its knots, flat outside them, and never leaves the shares it names.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareAt } from './share-at.ts';

const FALLING = [
  { value: 1, share: 1 },
  { value: 3, share: 0.5 },
  { value: 11, share: 0 },
];

test('knots are worth what they say, and what lies between is worth its part of the way', () => {
  expect(shareAt(FALLING, 1)).toBe(1);
  expect(shareAt(FALLING, 2)).toBe(0.75);
  expect(shareAt(FALLING, 3)).toBe(0.5);
  expect(shareAt(FALLING, 5)).toBe(0.375);
  expect(shareAt(FALLING, 11)).toBe(0);
});

test('outside its knots a curve is flat', () => {
  expect(shareAt(FALLING, -5)).toBe(1);
  expect(shareAt(FALLING, 1e12)).toBe(0);
});

test('a falling curve never gives more for more', () => {
  const value = fc.double({ min: -10, max: 20, noNaN: true });
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      return shareAt(FALLING, low) >= shareAt(FALLING, high);
    }),
  );
});

import { expect, test } from 'vitest';
import { closest, didYouMean } from './closest.ts';

// Slips are recognised, other words are not taken for slips.
test.each([
  ['hihg', ['low', 'high'], 'high'],
  ['selction', ['selection', 'filter'], 'selection'],
  ['Selection', ['selection'], 'selection'],
  ['contians', ['contains', 'cidr'], 'contains'],
  ['t', ['s'], null],
  ['on', ['one'], null],
  ['frob', ['startswith', 'cased'], null],
  ['custom', ['condition'], null],
])('%s of %s', (word, candidates, expected) => {
  expect(closest(word, candidates)).toBe(expected);
});

test('without a guess the choices are listed', () => {
  expect(didYouMean('x', ['a', 'b'])).toBe('there is a, b');
  expect(didYouMean('x', ['a'], 'write one')).toBe('write one');
});

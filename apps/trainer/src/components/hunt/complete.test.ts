import { expect, test } from 'vitest';
import { candidates, completingAt, operatorsOf } from './complete.ts';

test('the caret in a word asks for a field, after a colon for its value', () => {
  expect(completingAt('end', 3)).toEqual({ kind: 'field', typed: 'end', from: 0, to: 3 });
  expect(completingAt('a:1 -sta', 8)).toEqual({ kind: 'field', typed: 'sta', from: 5, to: 8 });
  expect(completingAt('a:1 endpoint:my', 15)).toEqual({
    kind: 'value',
    field: 'endpoint',
    typed: 'my',
    from: 13,
    to: 15,
    rest: 'a:1',
    fresh: false,
  });
  expect(completingAt('(status_code:>=4', 16)).toEqual({
    kind: 'value',
    field: 'status_code',
    typed: '4',
    from: 15,
    to: 16,
    rest: '(',
    fresh: false,
  });
});

test('right after a colon an operator may stand, for numbers more than for words', () => {
  expect(completingAt('b:2 a:', 6)).toMatchObject({ fresh: true, rest: 'b:2' });
  expect(operatorsOf('integer').map((each) => each.insert)).toEqual(['>=', '<=', '[', '* ']);
  expect(operatorsOf('text').map((each) => each.means)).toEqual(['present']);
});

test('beginnings come before the rest', () => {
  expect(candidates(['target_uid', 'uid', 'token_uid'], 'uid')).toEqual([
    'uid',
    'target_uid',
    'token_uid',
  ]);
});

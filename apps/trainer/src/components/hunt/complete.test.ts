import { expect, test } from 'vitest';
import { candidates, completingAt } from './complete.ts';

test('the caret in a word asks for a field, after a colon for its value', () => {
  expect(completingAt('end', 3)).toEqual({ kind: 'field', typed: 'end', from: 0, to: 3 });
  expect(completingAt('a:1 -sta', 8)).toEqual({ kind: 'field', typed: 'sta', from: 5, to: 8 });
  expect(completingAt('a:1 endpoint:my', 15)).toEqual({
    kind: 'value',
    field: 'endpoint',
    typed: 'my',
    from: 13,
    to: 15,
  });
  expect(completingAt('(status_code:>=4', 16)).toEqual({
    kind: 'value',
    field: 'status_code',
    typed: '4',
    from: 15,
    to: 16,
  });
});

test('beginnings come before the rest', () => {
  expect(candidates(['target_uid', 'uid', 'token_uid'], 'uid')).toEqual([
    'uid',
    'target_uid',
    'token_uid',
  ]);
});

import { expect, test } from 'vitest';
import { errorColumn, isAboutQuery } from './error-column.ts';

test('the place of an error is read from where it stands', () => {
  expect(errorColumn('query:1:14')).toBe(14);
  expect(errorColumn('query, column 3')).toBe(3);
  expect(errorColumn('query:9')).toBe(9);
  expect(errorColumn('the request')).toBeNull();
});

test('only what is wrong with the text of the query is told under it', () => {
  expect(isAboutQuery({ code: 'QUERY_TEXT', where: 'the query, column 3' })).toBe(true);
  expect(isAboutQuery({ code: 'TIMEOUT', where: 'http_activity' })).toBe(false);
});

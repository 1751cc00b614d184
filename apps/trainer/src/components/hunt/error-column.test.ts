import { expect, test } from 'vitest';
import { errorColumn } from './error-column.ts';

test('the place of an error is read from where it stands', () => {
  expect(errorColumn('query:1:14')).toBe(14);
  expect(errorColumn('query, column 3')).toBe(3);
  expect(errorColumn('query:9')).toBe(9);
  expect(errorColumn('the request')).toBeNull();
});

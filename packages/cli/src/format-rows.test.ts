import { expect, test } from 'vitest';
import { formatRows } from './format-rows.ts';

const table = {
  columns: ['name', 'n', 'n'],
  rows: [
    ['a,"b"\nc', 1, '9007199254740993'],
    [null, 20, true],
  ],
};

test('JSON is an array of objects and loses no column', () => {
  expect(JSON.parse(formatRows(table, 'json'))).toEqual([
    { name: 'a,"b"\nc', n: 1, n_2: '9007199254740993' },
    { name: null, n: 20, n_2: true },
  ]);
  expect(formatRows({ columns: ['x'], rows: [] }, 'json')).toBe('[]\n');
});

test('CSV quotes what must be quoted', () => {
  expect(formatRows(table, 'csv')).toBe(
    'name,n,n\r\n"a,""b""\nc",1,9007199254740993\r\n,20,true\r\n',
  );
});

test('a table aligns numbers to the right and keeps control characters from the terminal', () => {
  const text = formatRows(
    {
      columns: ['what', 'count'],
      rows: [
        ['x\u001b[31my', 5],
        ['z'.repeat(70), 12345],
      ],
    },
    'table',
  );
  expect(text.split('\n')[2]).toBe(`x [31my${' '.repeat(53)}      5`);
  expect(text).not.toContain('\u001b');
  expect(text).toContain(`${'z'.repeat(59)}…`);
});

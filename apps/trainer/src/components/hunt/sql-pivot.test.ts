import { expect, test } from 'vitest';
import { sqlPivot } from './sql-pivot.ts';

const tables = ['http_activity', 'authentication'].map((name) => ({
  name,
  columns: ['src_ip', 'endpoint'].map((column) => ({ name: column, type: 'text' })),
}));
const columns = [
  { name: 'tokens', type: 'BIGINT' },
  { name: 'src_ip', type: 'VARCHAR' },
];

test('a row of an answer leads to the records of the log it came from', () => {
  const sql =
    'with used as (select * from http_activity) select * from used anti join authentication';
  expect(sqlPivot(sql, tables, columns, [3, '198.18.1.2'])).toEqual({
    table: 'http_activity',
    query: 'src_ip:198.18.1.2',
  });
});

test('a row that names nobody leads nowhere', () => {
  expect(sqlPivot('select count(*) from http_activity', tables, [columns[0]!], [3])).toBeNull();
  expect(sqlPivot('select 42', tables, columns, [1, 'x'])).toBeNull();
});

import type { Cell, HuntRows, HuntTable } from '@dwell/simulator/router';
import { clause } from './query-text.ts';

/** Columns that say whom a row is about, the most telling first. */
const TELLING = [
  'token_uid',
  'src_ip',
  'user_uid',
  'actor_user_uid',
  'target_uid',
  'actor',
  'job',
  'endpoint',
];

/**
 * Where the records behind a row of a statement's answer are: the log that the statement reads first
 * and the first telling columns that both have. Null when nothing of the row names records.
 */
export function sqlPivot(
  statement: string,
  tables: readonly HuntTable[],
  columns: HuntRows['columns'],
  row: readonly Cell[],
): { table: string; query: string } | null {
  const named = [...statement.matchAll(/\b(?:from|join)\s+([a-z_]+)/gi)].map((found) =>
    found[1]!.toLowerCase(),
  );
  const table = named.flatMap((name) => tables.find((each) => each.name === name) ?? [])[0];
  if (!table) return null;
  const cell = (name: string) => row[columns.findIndex((column) => column.name === name)] ?? null;
  const known = TELLING.filter(
    (name) => cell(name) !== null && table.columns.some((column) => column.name === name),
  ).slice(0, 2);
  if (known.length === 0) return null;
  return {
    table: table.name,
    query: known.map((name) => clause(name, cell(name), false)).join(' '),
  };
}

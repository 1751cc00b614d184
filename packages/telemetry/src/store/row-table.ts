import { join } from 'node:path';
import {
  BIGINT,
  DuckDBTimestampValue,
  INTEGER,
  TIMESTAMP,
  UINTEGER,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBInstance,
} from '@duckdb/node-api';
import { ROW_COLUMNS, type RowTable, type RowTables } from '../record/rows.ts';
import { PARQUET, partFile } from './part-table.ts';
import type { PartInfo } from './segment-file.ts';
import { identifier, literal } from './sql-text.ts';

const TYPES = {
  time: TIMESTAMP,
  integer: INTEGER,
  uinteger: UINTEGER,
  bigint: BIGINT,
  text: VARCHAR,
} as const;

type Kind = keyof typeof TYPES;

function appendCell(appender: DuckDBAppender, kind: Kind, value: unknown): void {
  if (value === null || value === undefined) appender.appendNull();
  else if (kind === 'time')
    appender.appendTimestamp(new DuckDBTimestampValue(BigInt(Math.round(value as number)) * 1000n));
  else if (kind === 'integer') appender.appendInteger(value as number);
  else if (kind === 'uinteger') appender.appendUInteger(value as number);
  else if (kind === 'bigint') appender.appendBigInt(BigInt(value as number));
  else appender.appendVarchar(String(value));
}

/** Columns of a row table as `CREATE TABLE` takes them. */
export function rowTableColumns(table: RowTable): string {
  const kinds = ROW_COLUMNS[table] as Readonly<Record<string, Kind>>;
  return Object.entries(kinds)
    .map(([name, kind]) => `${identifier(name)} ${TYPES[kind].toString()}`)
    .join(', ');
}

/** Writes rows to the one file of a row table. Times are in order of writing. */
export async function writeRowTable<T extends RowTable>(
  instance: DuckDBInstance,
  folder: string,
  table: T,
  rows: readonly RowTables[T][],
): Promise<PartInfo> {
  const kinds = Object.entries(ROW_COLUMNS[table] as Readonly<Record<string, Kind>>);
  const connection = await instance.connect();
  try {
    await connection.run(`CREATE TABLE ${table}_rows (${rowTableColumns(table)})`);
    const appender = await connection.createAppender(`${table}_rows`);
    let fromMs = Infinity;
    let toMs = -Infinity;
    for (const row of rows) {
      for (const [name, kind] of kinds) appendCell(appender, kind, row[name as keyof RowTables[T]]);
      appender.endRow();
      fromMs = Math.min(fromMs, row.time);
      toMs = Math.max(toMs, row.time);
    }
    appender.closeSync();
    const file = partFile(table, 0);
    await connection.run(`COPY ${table}_rows TO ${literal(join(folder, file))} ${PARQUET}`);
    await connection.run(`DROP TABLE ${table}_rows`);
    return { file, rows: rows.length, fromMs, toMs };
  } finally {
    connection.closeSync();
  }
}

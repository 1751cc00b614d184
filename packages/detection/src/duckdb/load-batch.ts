import {
  BIGINT,
  BOOLEAN,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  DOUBLE,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import type { Aspect } from '../sql/value-sql.ts';
import { BATCH_TABLE, columnName, type EventBatch } from './event-batch.ts';
import type { FieldColumn, Found } from './field-column.ts';

/** Rows of a chunk: the database's vector size. */
const CHUNK_ROWS = 2048;

type TableColumn = {
  name: string;
  type: DuckDBType;
  fill: (values: DuckDBValue[], from: number) => void;
};

const TYPES: Record<Aspect, DuckDBType> = {
  text: VARCHAR,
  folded: VARCHAR,
  number: DOUBLE,
  moment: BIGINT,
  address: VARCHAR,
};

/** Puts a batch into its table, in place of the one before. */
export async function loadBatch(connection: DuckDBConnection, batch: EventBatch): Promise<void> {
  const columns = [
    plain('ord', (row) => BigInt(batch.ords[row]!)),
    plain('t', (row) => (Number.isNaN(batch.times[row]!) ? null : BigInt(batch.times[row]!))),
    ...batch.columns.flatMap((column, place) => fieldColumns(column, place)),
  ];
  const definition = columns.map(({ name, type }) => `${name} ${type.toString()}`).join(', ');
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${BATCH_TABLE} (${definition})`);
  const appender = await connection.createAppender(BATCH_TABLE);
  const types = columns.map(({ type }) => type);
  for (let from = 0; from < batch.size; from += CHUNK_ROWS) {
    const rows = Math.min(CHUNK_ROWS, batch.size - from);
    const chunk = DuckDBDataChunk.create(types, rows);
    for (const [i, { fill }] of columns.entries()) {
      const values: DuckDBValue[] = Array.from({ length: rows }, () => null);
      fill(values, from);
      chunk.setColumnValues(i, values);
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function plain(name: string, value: (row: number) => bigint | null): TableColumn {
  const fill = (values: DuckDBValue[], from: number) => {
    for (let i = 0; i < values.length; i++) values[i] = value(from + i);
  };
  return { name, type: BIGINT, fill };
}

/** The columns of a field that some event of the batch has. */
function fieldColumns(column: FieldColumn, place: number): TableColumn[] {
  if (column.rows.length === 0) return [];
  const made = column.aspects.map((aspect, i): TableColumn => {
    const own = column.values[i]!;
    const ready = (value: string | number) => (aspect === 'moment' ? BigInt(value) : value);
    const one = (found: Found) => (found === null ? null : ready(found as string | number));
    const list = (found: Found) => listValue([found ?? []].flat().map(ready));
    const fill = filler(column, column.many ? (at) => list(own[at]!) : (at) => one(own[at]!));
    const type = column.many ? LIST(TYPES[aspect]) : TYPES[aspect];
    return { name: columnName(place, aspect), type, fill };
  });
  const { lines } = column;
  if (lines) {
    const fill = filler(column, (at) => lines[at]!);
    made.push({ name: columnName(place, 'lines'), type: VARCHAR, fill });
  }
  if (!column.presence) return made;
  const present = filler(column, () => true, false);
  const isNull = filler(column, (at) => column.nulls[at]!, true);
  return [
    ...made,
    { name: columnName(place, 'present'), type: BOOLEAN, fill: present },
    { name: columnName(place, 'null'), type: BOOLEAN, fill: isNull },
  ];
}

/** Fills the rows of a field; called for one chunk after the other. */
function filler(
  { rows }: FieldColumn,
  value: (at: number) => DuckDBValue,
  otherwise: DuckDBValue = null,
): TableColumn['fill'] {
  let at = 0;
  return (values, from) => {
    if (otherwise !== null) values.fill(otherwise);
    for (; at < rows.length && rows[at]! < from + values.length; at++) {
      values[rows[at]! - from] = value(at);
    }
  };
}

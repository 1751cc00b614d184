import { VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import { badInput, DwellError } from '@dwell/core';
import { cellBytes, toCell, type Cell } from './cells.ts';
import type { QueryEngine } from './engine.ts';
import { checkStatement } from './guard.ts';
import type { Job, Limits, PersonJob, Result } from './protocol.ts';
import { VIEW_TABLES } from './tables.ts';

const STATEMENT_BYTES_MAX = 100_000;
const NAMES = VIEW_TABLES.map((table) => table.name);

/** What DuckDB says, for a person: without its own advice, which names things that are not there. */
export function queryError(cause: unknown, interrupted: boolean, limits: Limits): DwellError {
  if (cause instanceof DwellError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const first = text.split('\n')[0]!;
  if (interrupted || /INTERRUPT/i.test(first)) {
    return new DwellError('SQL_DEADLINE', {
      what: `the query did not finish within ${limits.deadlineMs / 1000} s`,
      where: 'the statement',
      todo: 'narrow the time span or group less finely',
      exit: 1,
      cause,
    });
  }
  if (
    /Out of Memory|max_temp_directory_size|could not allocate|String value is too large/i.test(text)
  ) {
    return new DwellError('SQL_MEMORY', {
      what: 'the query needs more memory than a hunt may use',
      where: 'the statement',
      todo: 'narrow the time span or group less finely',
      exit: 1,
      cause,
    });
  }
  return badInput(
    'SQL_ERROR',
    first.replace(/^Invalid Input Error: |^Binder Error: /, ''),
    'the statement',
    'mend the statement',
  );
}

/** Runs a statement and takes rows until a limit; the rest is never computed where it need not be. */
async function read(
  connection: DuckDBConnection,
  text: string,
  values: readonly string[],
  limits: Limits,
): Promise<Result> {
  const start = performance.now();
  const result = await connection.stream(
    text,
    [...values],
    values.map(() => VARCHAR),
  );
  const names = result.columnNames();
  const types = result.columnTypes();
  const rows: Cell[][] = [];
  let bytes = 0;
  let truncated = false;
  while (!truncated) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (const cells of chunk.getRows()) {
      if (rows.length >= limits.rows || bytes >= limits.bytes) {
        truncated = true;
        break;
      }
      const row = cells.map(toCell);
      for (const cell of row) bytes += cellBytes(cell);
      if (bytes > limits.bytes * 2) throw tooLarge(limits);
      rows.push(row);
    }
  }
  const columns = names.map((name, i) => ({ name, type: types[i]!.toString() }));
  return { columns, rows, truncated, elapsedMs: Math.round(performance.now() - start) };
}

function tooLarge(limits: Limits): DwellError {
  return badInput(
    'SQL_TOO_LARGE',
    `one row is larger than ${limits.bytes} bytes`,
    'the result',
    'return less text in a row',
  );
}

async function checkPerson(job: PersonJob, parser: DuckDBConnection) {
  if (Buffer.byteLength(job.text) > STATEMENT_BYTES_MAX) {
    throw badInput(
      'SQL_REFUSED',
      `the statement is longer than ${STATEMENT_BYTES_MAX} bytes`,
      'the statement',
      'shorten it',
    );
  }
  const tree = await parser.runAndReadAll(
    'SELECT json_serialize_sql($1::VARCHAR, skip_null := true, skip_empty := true)',
    [job.text],
  );
  const { tables } = job;
  const known = tables ? NAMES.filter((name) => tables.includes(name)) : NAMES;
  return checkStatement(String(tree.getRows()[0]![0]), known);
}

/**
 * Runs one job: a person's statement after the guard, or one of ours. The statement is interrupted
 * at its deadline. Errors: `SQL_*`.
 */
export async function runJob(
  job: Job,
  engine: QueryEngine,
  parser: DuckDBConnection,
): Promise<Result> {
  let interrupted = false;
  let connection: DuckDBConnection | null = null;
  const timer = setTimeout(() => {
    interrupted = true;
    connection?.interrupt();
  }, job.limits.deadlineMs);
  try {
    if (job.kind === 'person') {
      const touched = await checkPerson(job, parser);
      connection = await engine.connect(touched.tables, touched.columns);
      return await read(connection, job.text, [], job.limits);
    }
    const columns = job.columns === 'all' ? 'all' : new Set(job.columns);
    connection = await engine.connect([job.table], columns, job.narrowing);
    return await read(connection, job.text, job.values, job.limits);
  } catch (error) {
    throw queryError(error, interrupted, job.limits);
  } finally {
    clearTimeout(timer);
    connection?.closeSync();
  }
}

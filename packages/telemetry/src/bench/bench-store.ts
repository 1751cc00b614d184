import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { PARQUET } from '../store/part-table.ts';
import { openSegmentWriter } from '../store/segment-writer.ts';
import { literal } from '../store/sql-text.ts';
import { syntheticHttp } from './synthetic.ts';

export type StoreBench = {
  rows: number;
  threads: number;
  /** DuckDB making the same columns from `range()` and writing the same files: rows a second. */
  ctasRowsPerS: number;
  /** Our writer, append to seal: rows a second. */
  storeRowsPerS: number;
  /** storeRowsPerS ÷ ctasRowsPerS. */
  ratio: number;
  /** Bytes a request record takes on disk, enrichments and label included. */
  bytesPerRow: number;
};

const START_MS = Date.UTC(2025, 3, 14);
const BATCH_ROWS = 160_000;

const RANGE_COLUMNS = `
  make_timestamp(${START_MS}000 + i * 545000) AS time,
  (1 + (hash(i) % 4))::UTINYINT AS endpoint,
  (CASE WHEN hash(i + 1) % 50 = 0 THEN 404 ELSE 200 END)::USMALLINT AS status,
  ((hash(i + 2) % 77000) * 1000 + 123)::UINTEGER AS target,
  (CASE WHEN hash(i + 3) % 12 = 0 THEN hash(i) % 40 ELSE 0 END)::USMALLINT AS principal,
  ((190000 + i // 110) * 16 + hash(i + 4) % 3)::UINTEGER AS token,
  1::UTINYINT AS kid,
  (4026531840 + hash(i + 5) % 15000000)::UINTEGER AS source,
  (1 + hash(i + 6) % 8)::UTINYINT AS agent,
  (CASE WHEN hash(i + 1) % 50 = 0 THEN 6 ELSE 0 END)::UTINYINT AS refused,
  (hash(i + 7) % 100 <> 0)::UTINYINT AS issued,
  (hash(i + 1) % 50 <> 0)::UTINYINT AS subject_exists,
  (hash(i + 8) % 9973 = 0)::UTINYINT AS canary,
  (1 + hash(i + 9) % 23)::UTINYINT AS pages_before,
  (hash(i + 7) % 100 = 0)::UTINYINT AS label`;

const BASE = 'time, endpoint, status, target, principal, token, kid, source, agent, refused';
const APART = ['issued', 'subject_exists', 'canary', 'pages_before', 'label'];

/** DuckDB by itself: a table from `range()`, then the same files. Seconds. */
async function ctasSeconds(folder: string, rows: number, threads: number): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  const start = performance.now();
  await connection.run(`CREATE TABLE made AS SELECT ${RANGE_COLUMNS} FROM range(${rows}) r(i)`);
  await connection.run(
    `COPY (SELECT ${BASE} FROM made) TO ${literal(join(folder, 'base.parquet'))} ${PARQUET}`,
  );
  for (const column of APART) {
    await connection.run(
      `COPY (SELECT ${column} FROM made) TO ${literal(join(folder, `${column}.parquet`))} ${PARQUET}`,
    );
  }
  const seconds = (performance.now() - start) / 1000;
  connection.closeSync();
  instance.closeSync();
  return seconds;
}

/** Our writer with batches made beforehand. Seconds and bytes. */
async function storeSeconds(
  folder: string,
  rows: number,
  threads: number,
): Promise<{ seconds: number; bytes: number }> {
  const batches = [];
  for (let at = 0; at < rows; at += BATCH_ROWS) {
    batches.push(syntheticHttp(Math.min(BATCH_ROWS, rows - at), START_MS, at));
  }
  const start = performance.now();
  const writer = await openSegmentWriter({
    root: join(folder, 'segments'),
    labelsRoot: join(folder, 'labels'),
    fromDay: 0,
    toDay: 0,
    calendar: { startMs: START_MS, offsetMinutes: 540 },
    threads,
  });
  for (const batch of batches) {
    writer.http(batch);
    await writer.drained();
  }
  const { bytes } = await writer.seal();
  return { seconds: (performance.now() - start) / 1000, bytes };
}

/**
 * Measures the store against DuckDB's own writing of the same schema to the same kind of files with
 * the same threads, in a temporary folder. Both include everything up to the files being there; ours
 * also syncs and renames them.
 */
export async function benchStore(options: { rows: number; threads: number }): Promise<StoreBench> {
  const { rows, threads } = options;
  const folder = mkdtempSync(join(tmpdir(), 'dwell-bench-'));
  try {
    const ctas = await ctasSeconds(folder, rows, threads);
    for (const name of readdirSync(folder))
      if (statSync(join(folder, name)).isFile()) rmSync(join(folder, name));
    const store = await storeSeconds(folder, rows, threads);
    const ctasRowsPerS = Math.round(rows / ctas);
    const storeRowsPerS = Math.round(rows / store.seconds);
    return {
      rows,
      threads,
      ctasRowsPerS,
      storeRowsPerS,
      ratio: ctas / store.seconds,
      bytesPerRow: store.bytes / rows,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

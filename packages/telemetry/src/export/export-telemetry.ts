import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { badInput } from '@dwell/core';
import { toCell, type Cell } from '../query/cells.ts';
import { loadParts, segmentFolders, type Part, type Parts } from '../query/parts.ts';
import { VIEW_TABLES } from '../query/tables.ts';
import type { TelemetryView } from '../query/view.ts';
import { viewSql } from '../query/view-sql.ts';
import { sealFolder } from '../store/seal-folder.ts';
import { literal, pathLiteral } from '../store/sql-text.ts';
import { storeError } from '../store/store-error.ts';
import { OCSF_TABLES, ocsfObject } from './ocsf-object.ts';

export type ExportOptions = {
  /** Segment folders, or the folder that holds them. */
  segments: readonly string[] | string;
  view: TelemetryView;
  /** Where the segments' labels lie; given, each record of requests and tokens carries its label. */
  labelsRoot?: string;
  /** Tables to export; default all. */
  tables?: readonly string[];
  /** DuckDB's threads, default 2. */
  threads?: number;
  /** Told now and then how many records are out. */
  progress?: (records: number) => void;
};

const ROWS_PER_FILE = 2 ** 32;
const LABELLED = ['http_activity', 'authentication'];
/** Bytes gathered before they are written. */
const FLUSH_CHARS = 1_000_000;

function labelPath(part: Part, labelsRoot: string): string {
  return join(labelsRoot, basename(dirname(part.path)), basename(part.path));
}

function hasLabels(name: string, parts: Parts, options: ExportOptions): boolean {
  return (
    Boolean(options.labelsRoot) && LABELLED.includes(name) && (parts.get(name) ?? []).length > 0
  );
}

/** The view of a table, with the labels put beside it when they are asked for. */
function exportSql(name: string, parts: Parts, options: ExportOptions): string {
  const table = VIEW_TABLES.find((t) => t.name === name)!;
  const list = parts.get(name) ?? [];
  const view = viewSql(table, list, options.view, 'all');
  if (!hasLabels(name, parts, options)) return view;
  const labelsRoot = options.labelsRoot!;
  const labels = list.map(
    (part) =>
      `SELECT ${part.ordinal} * ${ROWS_PER_FILE} + file_row_number AS uid, label FROM read_parquet(${pathLiteral(labelPath(part, labelsRoot))})`,
  );
  return `SELECT v.*, l.label FROM (${view}) v JOIN (${labels.join(' UNION ALL ')}) l ON v.record_uid = l.uid`;
}

async function withSource<T>(
  to: string,
  options: ExportOptions,
  work: (connection: DuckDBConnection, parts: Parts) => Promise<T>,
): Promise<T> {
  const parts = loadParts(segmentFolders(options.segments));
  const spill = `${to}.spill-${process.pid}`;
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(options.threads ?? 2),
    memory_limit: '2GB',
    temp_directory: spill,
  });
  const connection = await instance.connect();
  try {
    await connection.run(`SET TimeZone = 'UTC'`);
    return await work(connection, parts);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(spill, { recursive: true, force: true });
  }
}

function chosen(options: ExportOptions, from: readonly string[]): readonly string[] {
  const wrong = options.tables?.find((t) => !from.includes(t));
  if (wrong)
    throw badInput(
      'TABLE',
      `there is no table ${wrong} to export`,
      'export',
      `choose among ${from.join(', ')}`,
    );
  return options.tables ?? from;
}

function refuseExisting(to: string): void {
  if (existsSync(to))
    throw badInput(
      'EXPORT_EXISTS',
      'something of that name is there already',
      to,
      'remove it or name another place',
    );
}

/** Columns as plain numbers and texts, which come back much faster than values of their types. */
function plainSql(name: string, parts: Parts, options: ExportOptions): string {
  const table = VIEW_TABLES.find((t) => t.name === name)!;
  const plain = table.columns.map((c) => {
    if (c.type === 'time') return `epoch_ms("${c.name}")::DOUBLE AS "${c.name}"`;
    return c.type === 'integer' ? `"${c.name}"::DOUBLE AS "${c.name}"` : `"${c.name}"`;
  });
  if (hasLabels(name, parts, options)) plain.push('label');
  const sql = exportSql(name, parts, options);
  return `SELECT ${plain.join(', ')}, record_uid::DOUBLE AS record_uid FROM (${sql}) ORDER BY time, record_uid`;
}

/** Writes a table's records as lines. */
async function writeLines(
  connection: DuckDBConnection,
  sql: string,
  table: string,
  write: (lines: string) => Promise<void>,
  told: (records: number) => void,
): Promise<void> {
  const result = await connection.stream(sql);
  const names = result.columnNames();
  let lines = '';
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const columns = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row++) {
      const record: Record<string, Cell> = {};
      for (let c = 0; c < names.length; c++) record[names[c]!] = toCell(columns[c]![row]!);
      lines += `${JSON.stringify(ocsfObject(table, record))}\n`;
    }
    told(chunk.rowCount);
    if (lines.length > FLUSH_CHARS) {
      await write(lines);
      lines = '';
    }
  }
  await write(lines);
}

/**
 * Writes the visible records as nested OCSF 1.8.0 objects, one a line, table by table, each in order
 * of time. The file appears whole or not at all. Returns how many records.
 * Errors: `EXPORT_EXISTS`, `TABLE`, `SEGMENT`, `STORE_FULL`, `STORE_WRITE`.
 */
export async function exportOcsf(to: string, options: ExportOptions): Promise<number> {
  refuseExisting(to);
  const tables = chosen(options, OCSF_TABLES);
  const partial = `${to}.partial-${process.pid}`;
  let records = 0;
  let file: FileHandle | null = null;
  try {
    file = await open(partial, 'w');
    const write = (lines: string) => file!.appendFile(lines);
    await withSource(to, options, async (connection, parts) => {
      for (const table of tables) {
        await writeLines(connection, plainSql(table, parts, options), table, write, (n) => {
          records += n;
          options.progress?.(records);
        });
      }
    });
    await file.sync();
    await file.close();
    await rename(partial, to);
    return records;
  } catch (error) {
    await file?.close().catch(() => undefined);
    rmSync(partial, { force: true });
    throw storeError(error, to);
  }
}

/**
 * Writes the visible records as flat Parquet files, one a table, into a folder that appears whole or
 * not at all. Returns how many records. Errors: as `exportOcsf`.
 */
export async function exportParquet(to: string, options: ExportOptions): Promise<number> {
  refuseExisting(to);
  const tables = chosen(
    options,
    VIEW_TABLES.map((t) => t.name),
  );
  const partial = `${to}.partial-${process.pid}`;
  let records = 0;
  try {
    mkdirSync(partial, { recursive: true });
    await withSource(to, options, async (connection, parts) => {
      for (const table of tables) {
        const file = literal(join(partial, `${table}.parquet`));
        const done = await connection.runAndReadAll(
          `COPY (${exportSql(table, parts, options)} ORDER BY time, record_uid) TO ${file} (FORMAT parquet, COMPRESSION zstd)`,
        );
        records += Number(done.getRows()[0]?.[0] ?? 0);
        options.progress?.(records);
      }
    });
    await sealFolder(partial, to);
    return records;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw storeError(error, to);
  }
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { badInput, type Calendar } from '@dwell/core';
import type { AuthBatch, HttpBatch, MinuteBatch } from '../record/batch.ts';
import type { RowTable, RowTables } from '../record/rows.ts';
import { PartTable } from './part-table.ts';
import { AUTH_TABLE, HTTP_TABLE, MINUTE_TABLE } from './physical.ts';
import { writeRowTable } from './row-table.ts';
import { folderBytes, prepareRoot, sealFolder } from './seal-folder.ts';
import { SEGMENT_FILE, segmentName, type PartInfo, type SegmentFile } from './segment-file.ts';
import type { SegmentInfo, SegmentWriter } from './segment.ts';
import { storeError } from './store-error.ts';

export type SegmentWriterOptions = {
  /** Folder of the segments, such as `…/telemetry/segments`; made when absent. */
  root: string;
  /** Folder of their labels, such as `…/labels/segments`: where no query looks. */
  labelsRoot: string;
  /** 0-based local days of the run, both included. */
  fromDay: number;
  toDay: number;
  calendar: Calendar;
  /** Segment name; default `<fromDay>-<toDay>`. Names order segments; hidden names (`.x`) are refused. */
  name?: string;
  /** DuckDB's threads, default 1: writers run side by side in processes. */
  threads?: number;
  /** DuckDB's memory limit in MB, default 1000. */
  memoryMb?: number;
};

/** Removes what a failed writer made; that it cannot is no worse than the failure told of. */
function clearFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // the root itself is gone or no folder
    }
  }
}

type Tables = {
  http: PartTable<HttpBatch>;
  auth: PartTable<AuthBatch>;
  minutes: PartTable<MinuteBatch>;
};

class ParquetSegmentWriter implements SegmentWriter {
  private readonly options: SegmentWriterOptions & { name: string };
  private readonly folder: string;
  private readonly labels: string;
  private readonly instance: DuckDBInstance;
  private readonly tables: Tables;
  private readonly small = new Map<RowTable, RowTables[RowTable][]>();
  private state: 'open' | 'sealed' | 'aborted' = 'open';
  private engineOpen = true;

  constructor(
    options: SegmentWriterOptions & { name: string },
    folders: { folder: string; labels: string },
    instance: DuckDBInstance,
    tables: Tables,
  ) {
    this.options = options;
    this.folder = folders.folder;
    this.labels = folders.labels;
    this.instance = instance;
    this.tables = tables;
  }

  http(batch: HttpBatch): void {
    this.guarded(() => this.tables.http.append(batch));
  }

  auth(batch: AuthBatch): void {
    this.guarded(() => this.tables.auth.append(batch));
  }

  minutes(batch: MinuteBatch): void {
    this.guarded(() => this.tables.minutes.append(batch));
  }

  rows<T extends RowTable>(table: T, rows: readonly RowTables[T][]): void {
    this.guarded(() => {
      const list = this.small.get(table) ?? [];
      for (const row of rows) list.push(row);
      this.small.set(table, list);
    });
  }

  async drained(): Promise<void> {
    await this.attempt(async () => {
      await this.tables.http.drained();
      await this.tables.auth.drained();
    });
  }

  async seal(): Promise<SegmentInfo> {
    return this.attempt(async () => {
      const parts = await this.finishTables();
      const rows: Record<string, number> = {};
      for (const [table, list] of Object.entries(parts))
        rows[table] = list.reduce((sum, p) => sum + p.rows, 0);
      const { fromDay, toDay, calendar, name, root, labelsRoot } = this.options;
      const bytes = folderBytes(this.folder) + folderBytes(this.labels);
      const info: SegmentInfo = { name, fromDay, toDay, rows, bytes };
      const file: SegmentFile = { format: 1, ...info, calendar, parts };
      writeFileSync(join(this.folder, SEGMENT_FILE), JSON.stringify(file));
      this.closeEngine();
      // Labels first: the rename of the records is what makes the segment exist.
      await sealFolder(this.labels, join(labelsRoot, name));
      await sealFolder(this.folder, join(root, name));
      this.state = 'sealed';
      return info;
    });
  }

  async abort(): Promise<void> {
    if (this.state !== 'open') return;
    this.state = 'aborted';
    if (this.engineOpen)
      await Promise.allSettled(Object.values(this.tables).map((t) => t.finish()));
    this.closeEngine();
    this.clear();
  }

  private async finishTables(): Promise<Record<string, readonly PartInfo[]>> {
    const parts: Record<string, readonly PartInfo[]> = {};
    parts[HTTP_TABLE.table] = await this.tables.http.finish();
    parts[AUTH_TABLE.table] = await this.tables.auth.finish();
    parts[MINUTE_TABLE.table] = await this.tables.minutes.finish();
    for (const [table, rows] of this.small) {
      if (rows.length > 0)
        parts[table] = [await writeRowTable(this.instance, this.folder, table, rows as never)];
    }
    return parts;
  }

  private guarded(append: () => void): void {
    if (this.state !== 'open') {
      throw badInput(
        'SEGMENT_CLOSED',
        `the segment is ${this.state}`,
        this.options.name,
        'open a new one',
      );
    }
    try {
      append();
    } catch (error) {
      throw storeError(error, this.options.root);
    }
  }

  /** On any failure nothing stays on disk. */
  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    this.guarded(() => undefined);
    try {
      return await work();
    } catch (error) {
      await this.abort();
      throw storeError(error, this.options.root);
    }
  }

  private closeEngine(): void {
    if (!this.engineOpen) return;
    this.engineOpen = false;
    for (const table of Object.values(this.tables)) table.close();
    this.instance.closeSync();
  }

  private clear(): void {
    clearFolders([this.folder, this.labels]);
  }
}

/**
 * Opens a segment for writing. What a dead writer left behind under `root` is cleared first.
 * Errors: `STORE_WRITE`, `STORE_FULL`, `SEGMENT_NAME`.
 */
export async function openSegmentWriter(options: SegmentWriterOptions): Promise<SegmentWriter> {
  const name = options.name ?? segmentName(options.fromDay, options.toDay);
  if (!/^[0-9A-Za-z][0-9A-Za-z._-]*$/.test(name)) {
    throw badInput(
      'SEGMENT_NAME',
      `"${name}" cannot name a segment`,
      options.root,
      'use letters, digits, dots and dashes',
    );
  }
  const unsealed = `.unsealed-${name}-${process.pid}`;
  const folders = {
    folder: join(options.root, unsealed),
    labels: join(options.labelsRoot, unsealed),
  };
  try {
    prepareRoot(options.root);
    prepareRoot(options.labelsRoot);
    for (const folder of Object.values(folders)) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
    }
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(options.threads ?? 1),
      memory_limit: `${options.memoryMb ?? 1000}MB`,
      temp_directory: '',
      preserve_insertion_order: 'true',
    });
    const tables: Tables = {
      http: await PartTable.open(instance, HTTP_TABLE, folders),
      auth: await PartTable.open(instance, AUTH_TABLE, folders),
      minutes: await PartTable.open(instance, MINUTE_TABLE, folders),
    };
    return new ParquetSegmentWriter({ ...options, name }, folders, instance, tables);
  } catch (error) {
    clearFolders(Object.values(folders));
    throw storeError(error, options.root);
  }
}

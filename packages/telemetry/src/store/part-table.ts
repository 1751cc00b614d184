import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { ColumnAppender } from './column-appender.ts';
import { allColumns, type PhysicalTable } from './physical.ts';
import type { PartInfo } from './segment-file.ts';
import { identifier, literal } from './sql-text.ts';

/** How parts are stored; measured in README. Insertion order is kept, so files align by position. */
export const PARQUET =
  '(FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE 122880, USE_TMP_FILE false)';
/** Rows after which `drained` writes a part out. */
export const PART_ROWS = 1_500_000;

/** File of a part: `http_activity.000.parquet`, or of one of its columns: `http_activity.000.canary.parquet`. */
export function partFile(table: string, part: number, sidecar?: string): string {
  const number = String(part).padStart(3, '0');
  return sidecar ? `${table}.${number}.${sidecar}.parquet` : `${table}.${number}.parquet`;
}

type Folders = { folder: string; labels: string };

/**
 * One table of a segment on its way to disk: rows gather in memory, and a full part is copied to its
 * files in the background while the next one fills.
 */
export class PartTable<B extends { length: number; time: Float64Array }> {
  private readonly spec: PhysicalTable<B>;
  private readonly folders: Folders;
  private readonly filling: DuckDBConnection;
  private readonly copying: DuckDBConnection;
  private readonly appender: ColumnAppender<B>;
  private readonly parts: PartInfo[] = [];
  private background: Promise<void> = Promise.resolve();
  private failure: Error | null = null;

  private constructor(
    spec: PhysicalTable<B>,
    folders: Folders,
    filling: DuckDBConnection,
    copying: DuckDBConnection,
  ) {
    this.spec = spec;
    this.folders = folders;
    this.filling = filling;
    this.copying = copying;
    this.appender = new ColumnAppender(allColumns(spec));
  }

  static async open<B extends { length: number; time: Float64Array }>(
    instance: DuckDBInstance,
    spec: PhysicalTable<B>,
    folders: Folders,
  ): Promise<PartTable<B>> {
    const table = new PartTable(spec, folders, await instance.connect(), await instance.connect());
    await table.begin();
    return table;
  }

  append(batch: B): void {
    this.appender.append(batch);
  }

  /** Starts writing a part out when there is a full one. */
  async drained(): Promise<void> {
    if (this.appender.rows >= PART_ROWS) await this.rotate();
    this.rethrow();
  }

  /** Writes the rest. The parts in order. */
  async finish(): Promise<readonly PartInfo[]> {
    this.appender.close();
    if (this.appender.rows > 0) await this.copyOut();
    await this.background;
    this.rethrow();
    return this.parts;
  }

  close(): void {
    this.filling.closeSync();
    this.copying.closeSync();
  }

  private get memoryTable(): string {
    return `${this.spec.table}_${this.parts.length}`;
  }

  private async begin(): Promise<void> {
    const columns = allColumns(this.spec).map((c) => `${identifier(c.name)} ${c.type.toString()}`);
    await this.filling.run(`CREATE TABLE ${this.memoryTable} (${columns.join(', ')})`);
    this.appender.open(await this.filling.createAppender(this.memoryTable));
  }

  private async rotate(): Promise<void> {
    this.appender.close();
    await this.copyOut();
    await this.begin();
  }

  /** Waits for the part before, then starts copying this one. */
  private async copyOut(): Promise<void> {
    await this.background;
    this.rethrow();
    const table = this.memoryTable;
    const number = this.parts.length;
    const { rows, fromMs, toMs } = this.appender;
    this.parts.push({ file: partFile(this.spec.table, number), rows, fromMs, toMs });
    this.background = this.copyPart(table, number).catch((error: unknown) => {
      this.failure ??= error instanceof Error ? error : new Error(String(error));
    });
  }

  private async copyPart(table: string, number: number): Promise<void> {
    const { spec, folders } = this;
    const copy = (names: readonly string[], folder: string, file: string) =>
      this.copying.run(
        `COPY (SELECT ${names.map(identifier).join(', ')} FROM ${table}) TO ${literal(join(folder, file))} ${PARQUET}`,
      );
    const base = spec.base.map((c) => c.name);
    await copy(base, folders.folder, partFile(spec.table, number));
    for (const [name, column] of Object.entries(spec.sidecars)) {
      await copy([column.name], folders.folder, partFile(spec.table, number, name));
    }
    if (spec.label) await copy([spec.label.name], folders.labels, partFile(spec.table, number));
    await this.copying.run(`DROP TABLE ${table}`);
  }

  private rethrow(): void {
    if (this.failure !== null) throw this.failure;
  }
}

import { DuckDBDataChunk, type DuckDBAppender, type DuckDBVector } from '@duckdb/node-api';
import type { IntegerColumn, PhysicalColumn } from './physical.ts';

const CHUNK_ROWS = 2048;
const TWO32 = 0x1_0000_0000;

/** A vector with its values as typed-array items, which is what all column types in use are. */
type ItemsVector = DuckDBVector & { items: IntegerColumn | BigInt64Array };

/**
 * Copies batches of typed arrays into an appender, 2048 rows at a time. Batches may have any length;
 * a part-filled chunk waits for the next one. Times go from milliseconds to 64-bit microseconds as
 * two 32-bit halves, which spares a BigInt a row.
 */
export class ColumnAppender<B extends { length: number; time: Float64Array }> {
  private readonly columns: readonly PhysicalColumn<B>[];
  private appender: DuckDBAppender | null = null;
  private readonly chunk: DuckDBDataChunk;
  private vectors: ItemsVector[];
  private halves: Uint32Array;
  private filled = 0;
  /** Rows given since `open`. */
  rows = 0;
  fromMs = Infinity;
  toMs = -Infinity;

  constructor(columns: readonly PhysicalColumn<B>[]) {
    this.columns = columns;
    this.chunk = DuckDBDataChunk.create(
      columns.map((c) => c.type),
      CHUNK_ROWS,
    );
    this.vectors = this.columnVectors();
    this.halves = this.timeHalves();
  }

  /** Starts on a new, empty table. */
  open(appender: DuckDBAppender): void {
    this.appender = appender;
    this.rows = 0;
    this.fromMs = Infinity;
    this.toMs = -Infinity;
  }

  append(batch: B): void {
    for (let at = 0; at < batch.length;) {
      const n = Math.min(CHUNK_ROWS - this.filled, batch.length - at);
      this.putTimes(batch.time, at, n);
      for (let c = 1; c < this.columns.length; c++) {
        const source = this.columns[c]!.of(batch) as Uint8Array;
        (this.vectors[c]!.items as Uint8Array).set(source.subarray(at, at + n), this.filled);
      }
      this.filled += n;
      at += n;
      if (this.filled === CHUNK_ROWS) this.flushChunk();
    }
    this.rows += batch.length;
  }

  /** Hands the rest over and closes the table's appender. */
  close(): void {
    if (this.filled > 0) this.flushShortChunk();
    this.appender?.closeSync();
    this.appender = null;
  }

  private putTimes(time: Float64Array, at: number, n: number): void {
    const halves = this.halves;
    for (let i = 0, to = this.filled * 2; i < n; i++, to += 2) {
      const ms = time[at + i]!;
      if (ms < this.fromMs) this.fromMs = ms;
      if (ms > this.toMs) this.toMs = ms;
      const micros = ms * 1000;
      const high = Math.floor(micros / TWO32);
      halves[to] = micros - high * TWO32;
      halves[to + 1] = high;
    }
  }

  private flushChunk(): void {
    for (const vector of this.vectors) vector.flush();
    this.appender!.appendDataChunk(this.chunk);
    this.filled = 0;
  }

  /** The last chunk of a table: resizing it makes new vectors, so the values are carried over. */
  private flushShortChunk(): void {
    const n = this.filled;
    const kept = this.vectors.map((v) => v.items.slice(0, n));
    this.resize(n);
    kept.forEach((items, c) => (this.vectors[c]!.items as Uint8Array).set(items as Uint8Array));
    this.flushChunk();
    this.resize(CHUNK_ROWS);
  }

  private resize(rows: number): void {
    this.chunk.rowCount = rows;
    this.vectors = this.columnVectors();
    this.halves = this.timeHalves();
  }

  private columnVectors(): ItemsVector[] {
    return this.columns.map((_, c) => this.chunk.getColumnVector(c) as ItemsVector);
  }

  private timeHalves(): Uint32Array {
    const items = this.vectors[0]!.items;
    return new Uint32Array(items.buffer, items.byteOffset, items.length * 2);
  }
}

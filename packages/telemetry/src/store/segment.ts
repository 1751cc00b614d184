import type { AuthBatch, HttpBatch, MinuteBatch } from '../record/batch.ts';
import type { RowTable, RowTables } from '../record/rows.ts';

/** What a sealed segment holds. Days are 0-based local days of the run, both ends included. */
export type SegmentInfo = {
  /** Folder name below `segments/`: `0000-0006`. */
  name: string;
  fromDay: number;
  toDay: number;
  /** Rows by table. */
  rows: Readonly<Record<string, number>>;
  /** Bytes on disk, enrichments and labels included. */
  bytes: number;
};

/**
 * Writes one segment: nothing is visible under its name until `seal` resolves. Batches are copied at
 * once and may be reused. Rows need not be sorted, but queries by time are faster when they nearly are.
 */
export interface SegmentWriter {
  http(batch: HttpBatch): void;
  auth(batch: AuthBatch): void;
  minutes(batch: MinuteBatch): void;
  rows<T extends RowTable>(table: T, rows: readonly RowTables[T][]): void;
  /** Await now and then (once a day of records): keeps memory bounded by writing full parts out. */
  drained(): Promise<void>;
  /** Writes the rest, syncs, renames into place. Errors: `STORE_WRITE`, `STORE_FULL`. */
  seal(): Promise<SegmentInfo>;
  /** Leaves nothing behind. */
  abort(): Promise<void>;
}

import type { AuthBatch, HttpBatch, MinuteBatch, RowTable, RowTables } from '@dwell/telemetry';

/** Where records go; batches are reused, so a sink copies what it keeps. `SegmentWriter` is one. */
export type RecordSink = {
  http(batch: HttpBatch): void;
  auth(batch: AuthBatch): void;
  minutes(batch: MinuteBatch): void;
  rows<T extends RowTable>(table: T, rows: readonly RowTables[T][]): void;
};

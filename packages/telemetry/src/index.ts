export * from './record/batch.ts';
export * from './record/dictionary.ts';
export * from './record/rows.ts';
export type { SegmentInfo, SegmentWriter } from './store/segment.ts';
export { benchStore, type StoreBench } from './bench/bench-store.ts';
export { openSegmentWriter, type SegmentWriterOptions } from './store/segment-writer.ts';
export * from './store/manifest.ts';
export { listSegments, readSegment, segmentName, type PartInfo, type SegmentFile } from './store/segment-file.ts';
export * from './query/telemetry.ts';
export {
  ENRICHMENTS,
  visibleFromMs,
  type EnrichmentName,
  type KeyView,
  type TelemetryView,
} from './query/view.ts';
export type { Cell } from './query/cells.ts';
export type { ColumnType } from './query/columns.ts';
export type { ColumnSchema, TableSchema } from './query/schema.ts';
export type { WorkerOptions } from './query/worker-process.ts';
export { parseQuery, type Query } from './query/language.ts';

export * from './record/batch.ts';
export * from './record/dictionary.ts';
export * from './record/rows.ts';
export type { SegmentInfo, SegmentWriter } from './store/segment.ts';
export { benchStore, type StoreBench } from './bench/bench-store.ts';
export { openSegmentWriter, type SegmentWriterOptions } from './store/segment-writer.ts';
export * from './store/manifest.ts';
export {
  listSegments,
  readSegment,
  segmentName,
  type PartInfo,
  type SegmentFile,
} from './store/segment-file.ts';
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
export { TABLES, type ColumnSchema, type TableColumns, type TableSchema } from './query/schema.ts';
export type { WorkerOptions } from './query/worker-process.ts';
export { parseQuery, type Query } from './query/language.ts';
export { HistoryCache, type HistoryEntry, type HistoryLease } from './store/history-cache.ts';
export { exportOcsf, exportParquet, type ExportOptions } from './export/export-telemetry.ts';
export { ocsfObject, OCSF_TABLES, type FlatRecord, type OcsfObject } from './export/ocsf-object.ts';
export { OCSF_CLASSES, OCSF_VERSION, ocsfClass, type OcsfClass } from './record/class-table.ts';
export { checkRecord, type Problem } from './record/check-record.ts';
export { NETWORK_RANGES, ipText, type NetworkRange } from './record/networks.ts';

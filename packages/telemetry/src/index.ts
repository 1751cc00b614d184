export * from './record/batch.ts';
export * from './record/dictionary.ts';
export * from './record/rows.ts';
export type { SegmentInfo, SegmentWriter } from './store/segment.ts';
export { benchStore, type StoreBench } from './bench/bench-store.ts';
export { openSegmentWriter, type SegmentWriterOptions } from './store/segment-writer.ts';
export * from './store/manifest.ts';
export { listSegments, readSegment, segmentName, type PartInfo, type SegmentFile } from './store/segment-file.ts';

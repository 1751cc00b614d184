export * from './record/batch.ts';
export * from './record/dictionary.ts';
export * from './record/rows.ts';
export type { SegmentInfo, SegmentWriter } from './store/segment.ts';

import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  listSegments,
  segmentName,
  segmentsRoot,
  readSegment,
  type SegmentInfo,
} from '@dwell/telemetry';

/** Folders of a run's records and, apart from them, of their labels. */
export function segmentRoots(folder: string): { root: string; labelsRoot: string } {
  return {
    root: segmentsRoot(join(folder, 'telemetry')),
    labelsRoot: join(folder, 'labels', 'segments'),
  };
}

/** Where the labels of a segment lie. */
export function labelFolder(segment: string): string {
  const folder = dirname(dirname(dirname(segment)));
  return join(segmentRoots(folder).labelsRoot, basename(segment));
}

/** The sealed segment of exactly these days, or null. */
export function sealedSegment(folder: string, fromDay: number, toDay: number): SegmentInfo | null {
  const path = join(segmentRoots(folder).root, segmentName(fromDay, toDay));
  return existsSync(path) ? readSegment(path) : null;
}

/** Every sealed segment of a folder, in order of days. */
export function sealedSegments(folder: string): SegmentInfo[] {
  return listSegments(segmentRoots(folder).root).map(readSegment);
}

/** Records in a segment; minutes are counts, not records. */
export function recordsOf(segment: SegmentInfo): number {
  return Object.entries(segment.rows).reduce(
    (sum, [table, rows]) => (table === 'endpoint_minute' ? sum : sum + rows),
    0,
  );
}

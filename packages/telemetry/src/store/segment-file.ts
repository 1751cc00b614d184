import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { badInput, type Calendar } from '@dwell/core';
import type { SegmentInfo } from './segment.ts';

/** One file of a table: rows in order of writing, and the span of their times (UTC epoch ms). */
export type PartInfo = { file: string; rows: number; fromMs: number; toMs: number };

/** `segment.json`: what a sealed segment holds. */
export type SegmentFile = SegmentInfo & {
  format: 1;
  calendar: Calendar;
  parts: Readonly<Record<string, readonly PartInfo[]>>;
};

export const SEGMENT_FILE = 'segment.json';
/** Unsealed segments are named so, with the writer's process id. */
export const UNSEALED = /^\.unsealed-.*-(\d+)$/;

/** Segment name of a range of days, both ends included: `0000-0006`. */
export function segmentName(fromDay: number, toDay: number): string {
  const four = (day: number) => String(day).padStart(4, '0');
  return `${four(fromDay)}-${four(toDay)}`;
}

/** Reads a sealed segment's description. Errors: `SEGMENT`. */
export function readSegment(folder: string): SegmentFile {
  const path = join(folder, SEGMENT_FILE);
  try {
    const segment = JSON.parse(readFileSync(path, 'utf8')) as SegmentFile;
    if (segment.format === 1) return segment;
  } catch {
    // said below, in words for people
  }
  throw badInput(
    'SEGMENT',
    'this is no sealed telemetry segment',
    path,
    'delete the folder; it is built again when needed',
  );
}

/** Folders of all sealed segments below `root`, ascending by name; none when the folder is absent. */
export function listSegments(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort()
    .map((name) => join(root, name));
}

import type { SimTime } from '@dwell/core';
import type { SegmentInfo } from '@dwell/telemetry';
import type { DetectionRule } from '../detection/detection-rule.ts';
import type { WatchedPart } from '../detection/merge-alerts.ts';
import type { Command } from '../run/command.ts';
import type { Scenario } from '../scenario/types.ts';

/** Days of a run whose records one process makes, to seal them as segments or to show them to rules, or both. */
export type DayJob = {
  scenario: Scenario;
  seed: number;
  scale: number;
  /** The world log; empty for a history. */
  commands: Command[];
  /** Where the run ends; the last day may be cut short. */
  until: SimTime;
  /** 0-based local days, both included. */
  fromDay: number;
  toDay: number;
  /** Days that go into one segment. */
  segmentDays: number;
  /** Folder that gets `telemetry/segments` and `labels/segments`; null: records are not kept. */
  folder: string | null;
  /** Rules, scaled, that look at the records as they are made. */
  rules: readonly DetectionRule[];
  /** Controls that are on from the start for the rules, whatever the run buys. */
  enrichments: readonly string[];
  /** Folder that gets the world as it stands at `until`, for runs that go on from there; null: nobody will. */
  world: string | null;
};

/** A part of a job done: whole days, and the records in them. */
export type DayProgress = { days: number; records: number };

/** What a process wrote and saw. */
export type DaysWritten = {
  segments: SegmentInfo[];
  /** Records made, by table. */
  counts: Readonly<Record<string, number>>;
  watched: WatchedPart;
  /** Time to make the records (storing them and looking at them not counted). */
  generateMs: number;
  /** Time the rules took. */
  detectMs: number;
  /** Peak resident memory. */
  memoryMb: number;
};

/** Rows a segment aims at, and the most days it may span. */
const SEGMENT_ROWS = 1_200_000;
const SEGMENT_DAYS_MAX = 14;
/** Records of a mean day at full scale (FACTS §3: PII calls and sign-ins). */
const RECORDS_PER_DAY = 163_000_000;

/** Days that make a segment of a good size at 1:`scale`. */
export function segmentDays(scale: number): number {
  const days = Math.round((SEGMENT_ROWS * scale) / RECORDS_PER_DAY);
  return Math.max(1, Math.min(SEGMENT_DAYS_MAX, days));
}

/** Cuts days into consecutive ranges of at most `size` days. */
export function cutDays(
  fromDay: number,
  toDay: number,
  size: number,
): { fromDay: number; toDay: number }[] {
  const ranges: { fromDay: number; toDay: number }[] = [];
  for (let day = fromDay; day <= toDay; day += size) {
    ranges.push({ fromDay: day, toDay: Math.min(toDay, day + size - 1) });
  }
  return ranges;
}

/**
 * Shares a job's days among `processes`, on segment boundaries. A later share must first live through the
 * earlier days, but counting them is a hundred times quicker than writing them.
 */
export function shareDays(job: DayJob, processes: number): { fromDay: number; toDay: number }[] {
  const segments = cutDays(job.fromDay, job.toDay, job.segmentDays);
  const shares: { fromDay: number; toDay: number }[] = [];
  for (let n = 0, from = 0; n < processes && from < segments.length; n++) {
    const to = Math.ceil((segments.length * (n + 1)) / processes);
    if (to > from)
      shares.push({ fromDay: segments[from]!.fromDay, toDay: segments[to - 1]!.toDay });
    from = to;
  }
  return shares;
}

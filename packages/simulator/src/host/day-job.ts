import type { SimTime } from '@dwell/core';
import type { Command } from '../run/command.ts';
import type { Scenario } from '../scenario/types.ts';

/** Days of a run to be turned into sealed segments by one process. */
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
  /** Folder that gets `telemetry/segments` and `labels/segments`. */
  folder: string;
  /** Folder that gets the world as it stands at `until`, for runs that go on from there; null: nobody will. */
  world: string | null;
};

/** A part of a job done: whole days, and the records in them. */
export type DayProgress = { days: number; records: number };

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

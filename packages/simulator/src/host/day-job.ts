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
  /** Folder that gets `telemetry/segments` and `labels/segments`. */
  folder: string;
};

/** A part of a job done: whole days, and the records in them. */
export type DayProgress = { days: number; records: number };

/** At most so many days go into one segment: what a cancelled build has sealed is not lost. */
export const SEGMENT_DAYS = 28;

/** Cuts days into consecutive ranges of at most `size` days. */
export function cutDays(fromDay: number, toDay: number, size = SEGMENT_DAYS): { fromDay: number; toDay: number }[] {
  const ranges: { fromDay: number; toDay: number }[] = [];
  for (let day = fromDay; day <= toDay; day += size) {
    ranges.push({ fromDay: day, toDay: Math.min(toDay, day + size - 1) });
  }
  return ranges;
}

/**
 * Shares days among `processes`, on segment boundaries. A later share must first live through the
 * earlier days, but counting them is a hundred times quicker than writing them.
 */
export function shareDays(fromDay: number, toDay: number, processes: number): { fromDay: number; toDay: number }[] {
  const segments = cutDays(fromDay, toDay, Math.max(1, Math.min(SEGMENT_DAYS, Math.ceil((toDay - fromDay + 1) / processes))));
  const shares: { fromDay: number; toDay: number }[] = [];
  for (let n = 0, from = 0; n < processes && from < segments.length; n++) {
    const to = Math.ceil((segments.length * (n + 1)) / processes);
    if (to > from) shares.push({ fromDay: segments[from]!.fromDay, toDay: segments[to - 1]!.toDay });
    from = to;
  }
  return shares;
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { TICKS_PER_DAY } from '@dwell/core';
import { openSegmentWriter, segmentName } from '@dwell/telemetry';
import type { DayFrame } from '../world/day-frame.ts';
import { Expander } from '../world/emit/expand.ts';
import { sealedSegment, sealedSegments, segmentRoots } from './segment-folder.ts';
import type { WorldInit } from './world-protocol.ts';

/** Where a world puts the records of its own days, on top of the history. */
export interface LiveStore {
  /** Is this local day sealed already? */
  sealed(day: number): boolean;
  /** Writes the records of a whole day; replaces what `flush` wrote of it. */
  seal(frame: DayFrame): Promise<void>;
  /** Makes what there is of a day so far readable. */
  flush(frame: DayFrame): Promise<void>;
}

/**
 * Sealed segments of one day each in the run's own folder. A day in progress is written under the
 * same name and gives way, by one rename, to a longer part and at last to the whole day.
 */
export function openLiveStore(init: WorldInit): LiveStore {
  const { scenario, seed, scale, live } = init;
  const expander = new Expander({ scenario, seed, scale });
  const roots = segmentRoots(live);
  let flushed = { day: -1, ticks: 0 };
  const write = async (frame: DayFrame) => {
    const days = { fromDay: frame.day, toDay: frame.day };
    const writer = await openSegmentWriter({ ...roots, ...days, calendar: scenario.calendar });
    try {
      expander.day(frame, writer);
      await writer.seal();
    } catch (error) {
      await writer.abort();
      throw error;
    }
  };
  return {
    // A part of a day has fewer minutes than a day: only whole ones count as sealed.
    sealed: (day) => (sealedSegment(live, day, day)?.rows['endpoint_minute'] ?? 0) >= TICKS_PER_DAY,
    seal: write,
    async flush(frame) {
      if (flushed.day === frame.day && flushed.ticks === frame.ticks) return;
      await write(frame);
      flushed = { day: frame.day, ticks: frame.ticks };
    },
  };
}

/** Drops the segments of a run's own folder that hold anything of `day` or later. */
export function dropDaysFrom(live: string, day: number): void {
  const { root, labelsRoot } = segmentRoots(live);
  for (const segment of sealedSegments(live)) {
    if (segment.toDay < day) continue;
    const name = segmentName(segment.fromDay, segment.toDay);
    rmSync(join(root, name), { recursive: true, force: true });
    rmSync(join(labelsRoot, name), { recursive: true, force: true });
  }
}

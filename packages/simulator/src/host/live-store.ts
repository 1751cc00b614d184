import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { TICKS_PER_DAY } from '@dwell/core';
import { openSegmentWriter, segmentName, type SegmentInfo } from '@dwell/telemetry';
import type { DayFrame } from '../world/day-frame.ts';
import { Expander } from '../world/emit/expand.ts';
import { sealedSegment, sealedSegments, segmentRoots } from './segment-folder.ts';
import type { WorldInit } from './world-protocol.ts';

/** Where a world puts the records of its own days, on top of the history. */
export interface LiveStore {
  /** Is this local day sealed already? */
  sealed(day: number): boolean;
  /** Writes the records of consecutive whole days; replaces what `flush` wrote of the first. */
  seal(frames: readonly DayFrame[]): Promise<void>;
  /** Makes what there is of a day so far readable. */
  flush(frame: DayFrame): Promise<void>;
}

/**
 * Sealed segments in the run's own folder. A day in progress is written as a segment of its own and
 * gives way, by one rename, to a longer part and at last to the whole day.
 */
export function openLiveStore(init: WorldInit): LiveStore {
  const { scenario, seed, scale, live } = init;
  const expander = new Expander({ scenario, seed, scale });
  const roots = segmentRoots(live);
  // A part of a day has fewer minutes than a day: only whole ones count as sealed.
  const minutes = (segment: SegmentInfo) => segment.rows['endpoint_minute'] ?? 0;
  const whole = sealedSegments(live).filter(
    (s) => minutes(s) >= TICKS_PER_DAY * (s.toDay - s.fromDay + 1),
  );
  const sealed = new Set(
    whole.flatMap((s) => Array.from({ length: s.toDay - s.fromDay + 1 }, (_, n) => s.fromDay + n)),
  );
  let flushed = { day: -1, ticks: 0 };
  const write = async (frames: readonly DayFrame[]) => {
    const days = { fromDay: frames[0]!.day, toDay: frames.at(-1)!.day };
    const writer = await openSegmentWriter({ ...roots, ...days, calendar: scenario.calendar });
    try {
      for (const frame of frames) {
        expander.day(frame, writer);
        await writer.drained();
      }
      await writer.seal();
    } catch (error) {
      await writer.abort();
      throw error;
    }
  };
  return {
    sealed: (day) => sealed.has(day),
    async seal(frames) {
      // A day of which a part is there takes that part's place, under the same name.
      const first = frames[0]!;
      const alone = frames.length > 1 && sealedSegment(live, first.day, first.day) !== null;
      for (const part of alone ? [[first], frames.slice(1)] : [frames]) await write(part);
      for (const { day } of frames) sealed.add(day);
    },
    async flush(frame) {
      if (flushed.day === frame.day && flushed.ticks === frame.ticks) return;
      await write([frame]);
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

import { TICKS_PER_DAY, DAY_MS, MINUTE_MS, type SimTime } from '@dwell/core';
import { openSegmentWriter, type SegmentInfo } from '@dwell/telemetry';
import { Run } from '../run/run.ts';
import type { DayFrame } from '../world/day-frame.ts';
import { Expander } from '../world/emit/expand.ts';
import { cutDays, type DayJob, type DayProgress, type DaysWritten } from './day-job.ts';
import { saveRun } from './save-run.ts';
import { recordsOf, segmentRoots } from './segment-folder.ts';

/**
 * Lives a run through and seals the days of the job, in this process. `onProgress` is told after each
 * day. Errors: `STORE_WRITE`, `STORE_FULL`.
 */
export async function writeDays(
  job: DayJob,
  onProgress: (done: DayProgress) => void,
): Promise<DaysWritten> {
  const { scenario, seed, scale, commands, until } = job;
  let generated = 0n;
  const input = { scenario, seed, scale };
  let finished: DayFrame[] = [];
  const run = new Run(input, {
    commands,
    keep: job.world !== null,
    onDay: (frame) => finished.push(frame),
  });
  const expander = new Expander(input);
  const segments: SegmentInfo[] = [];
  for (const { fromDay, toDay } of cutDays(job.fromDay, job.toDay, job.segmentDays)) {
    run.advance(Math.min(until, startOfDay(job, fromDay)));
    finished = [];
    const writer = await openSegmentWriter({
      ...segmentRoots(job.folder),
      fromDay,
      toDay,
      calendar: scenario.calendar,
    });
    try {
      for (let day = fromDay; day <= toDay; day++) {
        run.advance(Math.min(until, startOfDay(job, day + 1)));
        const frame = finished[0] ?? run.world.frame;
        finished = [];
        const before = process.hrtime.bigint();
        if (frame.ticks > 0) expander.day(frame, writer);
        generated += process.hrtime.bigint() - before;
        await writer.drained();
        onProgress({ days: 1, records: 0 });
      }
      const segment = await writer.seal();
      segments.push(segment);
      onProgress({ days: 0, records: recordsOf(segment) });
    } catch (error) {
      await writer.abort();
      throw error;
    }
  }
  if (job.world !== null) saveRun(job.world, run);
  return {
    segments,
    generateMs: Number(generated) / 1e6,
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Simulated time at which a local day starts; day 0 may have started before the run. */
function startOfDay(job: DayJob, day: number): SimTime {
  const { startMs, offsetMinutes } = job.scenario.calendar;
  const intoDay = (startMs + offsetMinutes * MINUTE_MS) % DAY_MS;
  return Math.max(0, day * TICKS_PER_DAY * MINUTE_MS - intoDay);
}

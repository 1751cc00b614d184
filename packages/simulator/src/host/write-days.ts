import { DAY_MS, MINUTE_MS, TICKS_PER_DAY, type SimTime } from '@dwell/core';
import { openSegmentWriter, type SegmentInfo } from '@dwell/telemetry';
import { DaysWatch } from '../detection/days-watch.ts';
import { Run } from '../run/run.ts';
import type { DayFrame } from '../world/day-frame.ts';
import type { RecordSink } from '../world/emit/sink.ts';
import { cutDays, type DayJob, type DayProgress, type DaysWritten } from './day-job.ts';
import { saveRun } from './save-run.ts';
import { recordsOf, segmentRoots } from './segment-folder.ts';

/** Where the records of a range of days go; `sealed` is null when they are not kept. */
type Store = {
  sink: RecordSink | null;
  drained(): Promise<void>;
  seal(): Promise<SegmentInfo | null>;
  abort(): Promise<void>;
};

const NOWHERE: Store = {
  sink: null,
  drained: () => Promise.resolve(),
  seal: () => Promise.resolve(null),
  abort: () => Promise.resolve(),
};

/**
 * Lives a run through and makes the records of the job's days, in this process: seals them, shows them to
 * rules, or both. `onProgress` is told after each day. Errors: `STORE_WRITE`, `STORE_FULL`.
 */
export async function writeDays(
  job: DayJob,
  onProgress: (done: DayProgress) => void,
): Promise<DaysWritten> {
  const { scenario, seed, scale, commands, until, rules, enrichments } = job;
  const input = { scenario, seed, scale };
  let finished: DayFrame[] = [];
  const run = new Run(input, {
    commands,
    keep: job.world !== null,
    onDay: (frame) => {
      if (frame.day < job.fromDay) watch.warmUp(frame);
      else finished.push(frame);
    },
  });
  const watch = new DaysWatch(run, rules, { fromDay: job.fromDay, enrichments });
  const segments: SegmentInfo[] = [];
  for (const { fromDay, toDay } of cutDays(job.fromDay, job.toDay, job.segmentDays)) {
    run.advance(Math.min(until, startOfDay(job, fromDay)));
    const store = await openStore(job, fromDay, toDay);
    try {
      for (let day = fromDay; day <= toDay; day++) {
        finished = [];
        run.advance(Math.min(until, startOfDay(job, day + 1)));
        const frame = finished[0] ?? run.world.frame;
        if (frame.ticks > 0) watch.day(frame, store.sink);
        await store.drained();
        onProgress({ days: 1, records: 0 });
      }
      const segment = await store.seal();
      if (segment === null) continue;
      segments.push(segment);
      onProgress({ days: 0, records: recordsOf(segment) });
    } catch (error) {
      await store.abort();
      throw error;
    }
  }
  if (job.world !== null) saveRun(job.world, run, null);
  return {
    segments,
    counts: watch.counts,
    watched: watch.result(),
    generateMs: Number(watch.expandNs) / 1e6,
    detectMs: Number(watch.detectNs) / 1e6,
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

async function openStore(job: DayJob, fromDay: number, toDay: number): Promise<Store> {
  if (job.folder === null) return NOWHERE;
  const { calendar } = job.scenario;
  const writer = await openSegmentWriter({
    ...segmentRoots(job.folder),
    fromDay,
    toDay,
    calendar,
  });
  return {
    sink: writer,
    drained: () => writer.drained(),
    seal: () => writer.seal(),
    abort: () => writer.abort(),
  };
}

/** Simulated time at which a local day starts; day 0 may have started before the run. */
function startOfDay(job: DayJob, day: number): SimTime {
  const { startMs, offsetMinutes } = job.scenario.calendar;
  const intoDay = (startMs + offsetMinutes * MINUTE_MS) % DAY_MS;
  return Math.max(0, day * TICKS_PER_DAY * MINUTE_MS - intoDay);
}

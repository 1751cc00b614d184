import { openSegmentWriter, type SegmentInfo, type SegmentWriter } from '@dwell/telemetry';
import type { DayFrame } from '../world/day-frame.ts';
import { Expander } from '../world/emit/expand.ts';
import { alive, serveCalls } from './child-side.ts';
import type { RecordJob } from './record-builder.ts';

/** Entry of a child that turns days into sealed segments, one segment open at a time. */
let job: RecordJob | null = null;
let expander: Expander | null = null;
let writer: SegmentWriter | null = null;
let generated = 0n;

async function abandon(): Promise<void> {
  const open = writer;
  writer = null;
  await open?.abort();
}

serveCalls({
  open(given: RecordJob): void {
    job = given;
    expander = new Expander(given.input);
  },
  async segment(fromDay: number, toDay: number): Promise<void> {
    writer = await openSegmentWriter({
      root: job!.root,
      labelsRoot: job!.labelsRoot,
      fromDay,
      toDay,
      calendar: job!.input.scenario.calendar,
      threads: 1,
    });
  },
  async day(frame: DayFrame): Promise<void> {
    try {
      const before = process.hrtime.bigint();
      expander!.day(frame, writer!);
      generated += process.hrtime.bigint() - before;
      alive();
      await writer!.drained();
    } catch (error) {
      await abandon();
      throw error;
    }
  },
  async seal(): Promise<SegmentInfo> {
    const info = await writer!.seal();
    writer = null;
    return info;
  },
  used: () => ({ memoryMb: Math.round(process.resourceUsage().maxRSS / 1024), generateMs: Number(generated) / 1e6 }),
  abandon,
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadScenario } from '../scenario/load.ts';
import { Run } from '../run/run.ts';
import type { DayFrame } from '../world/day-frame.ts';
import { Expander } from '../world/emit/expand.ts';
import { buildDays } from './build-days.ts';
import { segmentDays } from './day-job.ts';
import { RecordCounter } from './record-counter.ts';

export type GenerateBench = {
  /** Ticks a second of the world alone (counters only). */
  ticksPerS: number;
  /** Records a second made by one process and thrown away. */
  generateRecordsPerS: number;
  /** Records a second made and stored by two child processes, world included. */
  buildRecordsPerS: number;
  records: number;
};

const seconds = (from: bigint) => Number(process.hrtime.bigint() - from) / 1e9;

/** Measures the making of records over `days` days of `insider-key` at 1:`scale`. Figures mean something only beside others of the same run. */
export async function benchGenerate(options: {
  days: number;
  scale: number;
}): Promise<GenerateBench> {
  const scenario = loadScenario('insider-key');
  const input = { scenario, seed: 42, scale: options.scale };
  const frames: DayFrame[] = [];
  const run = new Run(input, { keep: false, onDay: (frame) => void frames.push(frame) });
  const worldStart = process.hrtime.bigint();
  run.advance(options.days * 86_400_000);
  const worldS = seconds(worldStart);
  const records = Object.values(run.world.recordCounts()).reduce((sum, n) => sum + n, 0);

  const counter = new RecordCounter(input);
  new Expander(input).day(frames[0]!, { http() {}, auth() {}, minutes() {}, rows() {} });
  const generateStart = process.hrtime.bigint();
  for (const frame of frames) counter.day(frame);
  const generateS = seconds(generateStart);

  const folder = mkdtempSync(join(tmpdir(), 'dwell-bench-'));
  try {
    const buildStart = process.hrtime.bigint();
    const days = {
      fromDay: 0,
      toDay: options.days - 1,
      until: run.now,
      segmentDays: segmentDays(options.scale),
    };
    await buildDays(
      { ...input, ...days, commands: [], folder, world: null },
      { processes: 2, memoryMb: 700 },
    );
    const buildS = seconds(buildStart);
    return {
      ticksPerS: Math.round((options.days * 1440) / worldS),
      generateRecordsPerS: Math.round(records / generateS),
      buildRecordsPerS: Math.round(records / buildS),
      records,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

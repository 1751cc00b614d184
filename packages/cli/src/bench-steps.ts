import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, draw32, streamKey, TICKS_PER_DAY } from '@dwell/core';
import { executeRun, loadPlaybook, loadScenario, Run } from '@dwell/simulator';
import { benchStore } from '@dwell/telemetry';

/** One line of the table: a rate, and how it compares with another rate of the same run. */
export type BenchRow = {
  name: string;
  value: number;
  unit: string;
  /** value ÷ the rate named in `against`. */
  ratio: number | null;
  against: string;
};

export type BenchSize = { days: number; scale: number; storeRows: number };

const seconds = (started: bigint) => Number(process.hrtime.bigint() - started) / 1e9;

/** Numbers a second that a plain loop draws and stores: what this machine does with no simulator around. */
function plainLoop(): number {
  const key = streamKey(42, 'bench');
  const column = new Uint32Array(1 << 16);
  const draws = 20_000_000;
  const started = process.hrtime.bigint();
  for (let i = 0; i < draws; i++) column[i & 0xffff] = draw32(key, i);
  return draws / seconds(started);
}

/** Runs every step; `say` hears which. Rates of one run on one machine: compare the ratios, not the rates. */
export async function benchSteps(size: BenchSize, say: (share: number, step: string) => void, signal: AbortSignal): Promise<BenchRow[]> {
  const { days, scale } = size;
  const scenario = loadScenario('insider-key');
  const playbook = loadPlaybook('none', scenario);
  const base = { scenario, seed: 42, scale, playbook, enrichments: [], countersOnly: false, until: days * DAY_MS, signal };
  say(0, 'a plain loop');
  const loop = plainLoop();

  say(0.1, 'the world without records');
  const started = process.hrtime.bigint();
  new Run({ scenario, seed: 42, scale }, { keep: false }).advance(days * DAY_MS);
  const worldS = seconds(started);

  say(0.25, 'records made, not kept');
  const made = await executeRun(base);
  const madeRate = made.summary.timing.events_per_s;

  say(0.5, 'the store by itself');
  const store = await benchStore({ rows: size.storeRows, threads: Math.min(2, availableParallelism()) });

  say(0.75, 'records made and stored');
  const folder = mkdtempSync(join(tmpdir(), 'dwell-bench-'));
  let stored;
  try {
    stored = await executeRun({ ...base, out: join(folder, 'run') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const storedRate = stored.summary.timing.events_per_s;
  return [
    { name: 'plain loop', value: loop, unit: 'draws/s', ratio: null, against: '' },
    { name: 'world, counters only', value: (days * TICKS_PER_DAY) / worldS, unit: 'ticks/s', ratio: (days * 86_400) / worldS, against: 'real time' },
    { name: 'world and records', value: madeRate, unit: 'records/s', ratio: madeRate / loop, against: 'plain loop' },
    { name: 'store', value: store.storeRowsPerS, unit: 'records/s', ratio: store.ratio, against: 'DuckDB writing the same by itself' },
    { name: 'records made and stored', value: storedRate, unit: 'records/s', ratio: storedRate / madeRate, against: 'world and records' },
    { name: 'bytes a record', value: store.bytesPerRow, unit: 'B', ratio: null, against: '' },
    { name: 'peak memory', value: stored.summary.memory_mb, unit: 'MB', ratio: null, against: '' },
  ];
}

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, draw32, streamKey, TICKS_PER_DAY } from '@dwell/core';
import {
  BaseRun,
  ENRICHMENTS,
  executeRun,
  loadPlaybook,
  loadScenario,
  Run,
  type Scenario,
  whatIf,
} from '@dwell/simulator';
import { benchStore } from '@dwell/telemetry';
import { streamRows, watchRow } from './bench-rules.ts';

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
export async function benchSteps(
  size: BenchSize,
  say: (share: number, step: string) => void,
  signal: AbortSignal,
): Promise<BenchRow[]> {
  const { days, scale } = size;
  const scenario = loadScenario('insider-key');
  const playbook = loadPlaybook('none', scenario);
  const base = {
    scenario,
    seed: 42,
    scale,
    playbook,
    rules: [],
    enrichments: ENRICHMENTS,
    countersOnly: false,
    until: days * DAY_MS,
    signal,
  };
  say(0, 'a plain loop');
  const loop = plainLoop();
  say(0.1, 'the world without records');
  const worldS = worldSeconds(base);
  say(0.12, 'what would have been');
  const whatIfS = whatIfSeconds(base);
  say(0.15, 'records made, not kept');
  const madeRate = (await executeRun(base)).summary.timing.events_per_s;
  say(0.3, 'the store by itself');
  const threads = Math.min(2, availableParallelism());
  const store = await benchStore({ rows: size.storeRows, threads });
  say(0.5, 'records made and stored');
  const { stored, watched } = await inTemporaryFolder(async (out) => {
    const { summary } = await executeRun({ ...base, out });
    say(0.8, 'rules over the records');
    return { stored: summary, watched: await watchRow(base, out) };
  });
  const storedRate = stored.timing.events_per_s;
  say(0.95, 'rules over events');
  const rules = streamRows();
  const row = (
    name: string,
    value: number,
    unit: string,
    ratio: number | null = null,
    against = '',
  ) => ({
    name,
    value,
    unit,
    ratio,
    against,
  });
  const ticks = days * TICKS_PER_DAY;
  const alone = 'DuckDB writing the same by itself';
  return [
    row('plain loop', loop, 'draws/s'),
    row('world, counters only', ticks / worldS, 'ticks/s', (days * 86_400) / worldS, 'real time'),
    row('what-if, all days anew', ticks / whatIfS, 'ticks/s', worldS / whatIfS, 'counters only'),
    row('world and records', madeRate, 'records/s', madeRate / loop, 'plain loop'),
    row('store', store.storeRowsPerS, 'records/s', store.ratio, alone),
    row('records made and stored', storedRate, 'records/s', storedRate / store.ctasRowsPerS, alone),
    row('bytes a record', store.bytesPerRow, 'B'),
    row('peak memory', stored.memory_mb, 'MB'),
    watched,
    ...rules,
  ];
}

type Span = { scenario: Scenario; seed: number; scale: number; until: number };

function worldSeconds(base: Span): number {
  const started = process.hrtime.bigint();
  new Run(base, { keep: false }).advance(base.until);
  return seconds(started);
}

/** One decision changed at the very start: all days are lived anew, the loss is drawn, reasons are found. */
function whatIfSeconds({ scenario, seed, scale, until }: Span): number {
  const base = new BaseRun({ scenario, seed, scale, until, commands: [] });
  base.live();
  const started = process.hrtime.bigint();
  whatIf(base, { do: 'add', at: 0, response: 'legal-hold', params: {} });
  return seconds(started);
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dwell-bench-'));
  try {
    return await work(join(folder, 'run'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

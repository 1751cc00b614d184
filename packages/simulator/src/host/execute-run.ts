import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS, DwellError, dayOf, type SimTime } from '@dwell/core';
import { writeManifest } from '@dwell/telemetry';
import { makeBundle, type Bundle } from '../run/bundle.ts';
import { ENGINE } from '../run/engine-version.ts';
import { Run } from '../run/run.ts';
import type { RunSummary } from '../run/summary.ts';
import type { Playbook } from '../scenario/playbook.ts';
import type { Scenario } from '../scenario/types.ts';
import { buildDays } from './build-days.ts';
import { segmentDays } from './day-job.ts';
import { RecordCounter } from './record-counter.ts';
import { segmentRoots } from './segment-folder.ts';
import { telemetryView } from './telemetry-view.ts';

export type ExecuteRun = {
  scenario: Scenario;
  seed: number;
  scale: number;
  playbook: Playbook;
  /** Records are kept from here on; the world itself always runs from the start. */
  from?: SimTime;
  until?: SimTime;
  /** Enrichments that are on from the start, whatever the run buys. */
  enrichments: readonly string[];
  countersOnly: boolean;
  /** Folder to fill (that it appears whole or not at all is the caller's business); none: records are made and counted but not kept. */
  out?: string;
  onProgress?: (done: number, what: 'run') => void;
  signal?: AbortSignal;
};

export type Executed = { summary: RunSummary; bundle: Bundle };

type Used = { generateMs: number; memoryMb: number };

/** Part of the progress bar that the world itself takes when records are stored. */
const WORLD_SHARE = 0.1;
const CHILDREN = 2;
const CHILD_MEMORY_MB = 700;

const milliseconds = (since: bigint) => Number(process.hrtime.bigint() - since) / 1e6;

/**
 * Runs a scenario from start to end, headless: the CI maintainer's door. First the world with its
 * bots, then, where there is a folder, the records in child processes. Errors: those of the store;
 * `INTERRUPTED`, `CANCELLED` (exit 130).
 */
export async function executeRun(options: ExecuteRun): Promise<Executed> {
  const started = process.hrtime.bigint();
  const run = await runWorld(options);
  const used: Used = {
    generateMs: milliseconds(started),
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (options.out && !options.countersOnly) {
    const built = await storeRecords(run, options, options.out);
    used.generateMs += built.generateMs;
    used.memoryMb += built.memoryMb;
  }
  const bundle = makeBundle(run, options.playbook.name);
  const summary = summaryOf(run, options.playbook.name, milliseconds(started), used);
  if (options.out) keep(run, options, options.out, summary, bundle);
  return { summary, bundle };
}

async function runWorld(options: ExecuteRun): Promise<Run> {
  const { scenario, seed, scale, playbook, countersOnly, out } = options;
  const until = options.until ?? scenario.run.to;
  const counter = countersOnly || out ? null : new RecordCounter({ scenario, seed, scale });
  const run = new Run(
    { scenario, seed, scale },
    { playbook, keep: false, ...(counter ? { onDay: (frame) => counter.day(frame) } : {}) },
  );
  while (run.now < until) {
    if (options.signal?.aborted) {
      throw new DwellError('INTERRUPTED', {
        what: 'interrupted',
        where: 'run',
        todo: 'run it again',
        exit: 130,
      });
    }
    run.advance(Math.min(until, run.now + (counter ? 1 : 14) * DAY_MS));
    options.onProgress?.((run.now / until) * (out ? WORLD_SHARE : 1), 'run');
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (counter && run.world.frame.ticks > 0) counter.day(run.world.frame);
  counter?.check(run.world.recordCounts());
  return run;
}

/** Expands and stores the run's days; a replay of its commands in each child. */
function storeRecords(run: Run, options: ExecuteRun, folder: string): Promise<Used> {
  const { scenario, seed, scale, from, signal } = options;
  mkdirSync(segmentRoots(folder).root, { recursive: true });
  const job = {
    scenario,
    seed,
    scale,
    commands: [...run.commands],
    until: run.now,
    fromDay: from === undefined ? 0 : dayOf(scenario.calendar, from),
    toDay: dayOf(scenario.calendar, run.now - 1),
    segmentDays: segmentDays(scale),
    folder,
    world: null,
  };
  return buildDays(job, {
    processes: CHILDREN,
    memoryMb: CHILD_MEMORY_MB,
    onProgress: ({ days, daysTotal }) =>
      options.onProgress?.(WORLD_SHARE + ((1 - WORLD_SHARE) * days) / daysTotal, 'run'),
    ...(signal ? { signal } : {}),
  });
}

function summaryOf(run: Run, playbook: string, totalMs: number, used: Used): RunSummary {
  const world = run.summary();
  return {
    ...world,
    playbook,
    timing: {
      generate_ms: Math.round(used.generateMs),
      detect_ms: 0,
      store_ms: Math.max(0, Math.round(totalMs - used.generateMs)),
      total_ms: Math.round(totalMs),
      events_per_s: Math.round((world.log_records.total / Math.max(1, totalMs)) * 1000),
    },
    memory_mb: used.memoryMb,
  };
}

/** Writes the documents of a run beside its records. */
function keep(
  run: Run,
  options: ExecuteRun,
  folder: string,
  summary: RunSummary,
  bundle: Bundle,
): void {
  const { scenario, seed, scale, enrichments } = options;
  writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  writeFileSync(join(folder, 'bundle.json'), `${JSON.stringify(bundle)}\n`);
  if (options.countersOnly) return;
  writeManifest(join(folder, 'telemetry'), {
    calendar: scenario.calendar,
    scenario: scenario.name,
    scenarioHash: scenario.hash,
    seed,
    scale,
    engine: ENGINE,
    view: telemetryView(run.world.state, scenario, run.now, enrichments),
  });
}

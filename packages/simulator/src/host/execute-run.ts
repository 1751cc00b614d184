import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS, DwellError, dayOf, type SimTime } from '@dwell/core';
import { segmentsRoot, writeManifest } from '@dwell/telemetry';
import { makeBundle, type Bundle } from '../run/bundle.ts';
import { ENGINE } from '../run/engine-version.ts';
import { Run } from '../run/run.ts';
import type { RunSummary } from '../run/summary.ts';
import type { Playbook } from '../scenario/playbook.ts';
import type { Scenario } from '../scenario/types.ts';
import type { DayFrame } from '../world/day-frame.ts';
import { RecordBuilder } from './record-builder.ts';
import { RecordCounter, type RecordMaker } from './record-counter.ts';
import { telemetryView } from './telemetry-view.ts';

export type ExecuteRun = {
  scenario: Scenario;
  seed: number;
  scale: number;
  playbook: Playbook;
  /** Records are made from here on; the world itself always runs from the start. */
  from?: SimTime;
  until?: SimTime;
  /** Enrichments that are on from the start, whatever the run buys. */
  enrichments: readonly string[];
  countersOnly: boolean;
  /** Folder to fill (made by the caller, whole or not at all is the caller's business); none: records are made and measured but not kept. */
  out?: string;
  onProgress?: (done: number, what: 'run') => void;
  signal?: AbortSignal;
};

export type Executed = { summary: RunSummary; bundle: Bundle };

function interrupted(): DwellError {
  return new DwellError('INTERRUPTED', { what: 'interrupted', where: 'run', todo: 'run it again', exit: 130 });
}

/** Peak resident memory of this process, MB. */
function memoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/**
 * Runs a scenario from start to end, headless: the CI maintainer's door. Records are expanded in
 * child processes while the world runs ahead. Errors: those of the store; `INTERRUPTED`.
 */
export async function executeRun(options: ExecuteRun): Promise<Executed> {
  const { scenario, seed, scale, playbook, signal } = options;
  const started = process.hrtime.bigint();
  const until = options.until ?? scenario.run.to;
  const telemetry = options.out ? join(options.out, 'telemetry') : null;
  const frames: DayFrame[] = [];
  if (telemetry) mkdirSync(segmentsRoot(telemetry), { recursive: true });
  const builder = options.countersOnly ? null : recordMaker(options, telemetry, until);
  let generated = 0n;
  try {
    const run = new Run({ scenario, seed, scale }, { playbook, keep: false, ...(builder ? { onDay: (f) => void frames.push(f) } : {}) });
    while (run.now < until) {
      if (signal?.aborted) throw interrupted();
      const before = process.hrtime.bigint();
      run.advance(Math.min(until, run.now + (builder ? DAY_MS : 14 * DAY_MS)));
      generated += process.hrtime.bigint() - before;
      for (const frame of frames.splice(0)) await builder!.day(frame);
      options.onProgress?.(run.now / until, 'run');
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (builder && run.world.frame.ticks > 0) await builder.day(run.world.frame);
    await builder?.finish();
    builder?.check?.(run.world.recordCounts());
    const ms = Number(process.hrtime.bigint() - started) / 1e6;
    return finish(run, options, telemetry, { ms, generateMs: Number(generated) / 1e6 + (builder?.generateMs ?? 0), childrenMb: builder?.memoryMb ?? 0 });
  } catch (error) {
    await builder?.cancel();
    throw error;
  }
}

/** Whoever turns days into records: children that store them, or this process that only makes and counts them. */
function recordMaker(options: ExecuteRun, telemetry: string | null, until: SimTime): RecordMaker {
  const { scenario, seed, scale } = options;
  const input = { scenario, seed, scale };
  const fromDay = options.from ? dayOf(scenario.calendar, options.from) : 0;
  const toDay = dayOf(scenario.calendar, until - 1) + 1;
  if (!telemetry) return new RecordCounter(input, fromDay, toDay);
  const labelsRoot = join(options.out!, 'labels', 'segments');
  return new RecordBuilder({ input, root: segmentsRoot(telemetry), labelsRoot, fromDay, toDay });
}

function finish(
  run: Run,
  options: ExecuteRun,
  telemetry: string | null,
  took: { ms: number; generateMs: number; childrenMb: number },
): Executed {
  const { scenario, seed, scale, playbook } = options;
  const world = run.summary();
  const summary: RunSummary = {
    ...world,
    playbook: playbook.name,
    timing: {
      generate_ms: Math.round(took.generateMs),
      detect_ms: 0,
      store_ms: Math.round(took.ms - took.generateMs),
      total_ms: Math.round(took.ms),
      events_per_s: Math.round((world.log_records.total / Math.max(1, took.ms)) * 1000),
    },
    memory_mb: memoryMb() + took.childrenMb,
  };
  const bundle = makeBundle(run, playbook.name);
  if (options.out && telemetry) {
    writeFileSync(join(options.out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    writeFileSync(join(options.out, 'bundle.json'), `${JSON.stringify(bundle)}\n`);
    const view = telemetryView(run.world.state, scenario, run.now, options.enrichments);
    writeManifest(telemetry, {
      calendar: scenario.calendar,
      scenario: scenario.name,
      scenarioHash: scenario.hash,
      seed,
      scale,
      engine: ENGINE,
      view,
    });
  }
  return { summary, bundle };
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_MS, DwellError, dayOf, invariant, toIso, type SimTime } from '@dwell/core';
import { TABLE_CLASSES, writeManifest } from '@dwell/telemetry';
import { AlertDrivenRun } from '../detection/alert-driven-run.ts';
import { alertSummaries, firstTrueMs } from '../detection/alert-summary.ts';
import { DaysWatch } from '../detection/days-watch.ts';
import type { DetectionRule } from '../detection/detection-rule.ts';
import { LossCurve } from '../detection/loss-curve.ts';
import { mergeAlerts, type WatchedPart } from '../detection/merge-alerts.ts';
import { makeBundle, type Bundle } from '../run/bundle.ts';
import { ENGINE } from '../run/engine-version.ts';
import { Run } from '../run/run.ts';
import type { RunSummary } from '../run/summary.ts';
import type { Playbook } from '../scenario/playbook.ts';
import type { Scenario } from '../scenario/types.ts';
import type { DayFrame } from '../world/day-frame.ts';
import { buildDays } from './build-days.ts';
import { segmentDays, type DaysWritten } from './day-job.ts';
import { segmentRoots } from './segment-folder.ts';
import { telemetryView } from './telemetry-view.ts';

export type ExecuteRun = {
  scenario: Scenario;
  seed: number;
  scale: number;
  playbook: Playbook;
  /** Rules that look at the records, scaled already; bots may wait for their alerts. */
  rules: readonly DetectionRule[];
  /** Records are kept from here on; the world itself always runs from the start. */
  from?: SimTime;
  until?: SimTime;
  /** Enrichments that are on from the start, whatever the run buys. */
  enrichments: readonly string[];
  /** No records are made but those that bots must see: no alerts either. */
  countersOnly: boolean;
  /** Folder to fill (that it appears whole or not at all is the caller's business); none: records are made, looked at and counted but not kept. */
  out?: string;
  /** Children that make records; two on two cores. 0: all in this process, in one go; only without `out` and `from`. */
  processes?: number;
  onProgress?: (done: number, what: 'run') => void;
  signal?: AbortSignal;
};

export type Executed = {
  summary: RunSummary;
  bundle: Bundle;
  watched: WatchedPart;
  loss: LossCurve;
};

type Used = { generateMs: number; detectMs: number; memoryMb: number };
type Lived = { run: Run; loss: LossCurve; watch: DaysWatch | null };

/** Part of the progress bar that the world itself takes when records are made. */
const WORLD_SHARE = 0.1;
const CHILDREN = 2;
const CHILD_MEMORY_MB = 700;
const NOTHING_SEEN: WatchedPart = { alerts: [], attackDaysSeen: {} };

const milliseconds = (since: bigint) => Number(process.hrtime.bigint() - since) / 1e6;

/**
 * Runs a scenario from start to end, headless: the CI maintainer's door. First the world with its
 * bots, then the records in child processes, shown to the rules and stored where there is a folder.
 * Errors: those of the store; `INTERRUPTED`, `CANCELLED` (exit 130).
 */
export async function executeRun(options: ExecuteRun): Promise<Executed> {
  const started = process.hrtime.bigint();
  const lived = await runWorld(options);
  const { run, loss } = lived;
  const used: Used = {
    generateMs: milliseconds(started),
    detectMs: 0,
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  let watched = NOTHING_SEEN;
  if (!options.countersOnly) {
    const built = lived.watch ? inOneGo(run, lived.watch, used) : await makeRecords(run, options);
    used.generateMs += built.generateMs;
    used.detectMs += built.detectMs;
    used.memoryMb += built.memoryMb;
    watched = built.watched;
  }
  const bundle = makeBundle(run, options.playbook.name);
  const summary = summaryOf(lived, watched, options, milliseconds(started), used);
  if (options.out) keep(run, options, options.out, summary, bundle);
  return { summary, bundle, watched, loss };
}

async function runWorld(options: ExecuteRun): Promise<Lived> {
  const { scenario, seed, scale, playbook, countersOnly } = options;
  const until = options.until ?? scenario.run.to;
  const loss = new LossCurve();
  const onDay = (frame: DayFrame) => {
    loss.day(frame);
    watch?.day(frame, null);
  };
  const run = new Run({ scenario, seed, scale }, { playbook, keep: false, onDay });
  const here = options.processes === 0 && !countersOnly && !options.out && !options.from;
  const watch = here ? new DaysWatch(run, options.rules, { ...options, fromDay: 0 }) : null;
  const driver = new AlertDrivenRun(run, options.rules, options.enrichments);
  while (run.now < until) {
    if (options.signal?.aborted) {
      throw new DwellError('INTERRUPTED', {
        what: 'interrupted',
        where: 'run',
        todo: 'run it again',
        exit: 130,
      });
    }
    driver.advance(Math.min(until, run.now + (watch ? 1 : 14) * DAY_MS));
    options.onProgress?.((run.now / until) * (countersOnly || watch ? 1 : WORLD_SHARE), 'run');
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (run.world.frame.ticks > 0) onDay(run.world.frame);
  return { run, loss, watch };
}

/** What children would answer, of a run whose rules looked on while it was lived. */
function inOneGo(run: Run, watch: DaysWatch, used: Used): DaysWritten {
  checkCounts(watch.counts, run.world.recordCounts());
  const detectMs = Number(watch.detectNs) / 1e6;
  used.generateMs -= detectMs;
  const parts = { segments: [], counts: watch.counts, generateMs: 0, memoryMb: 0 };
  return { ...parts, detectMs, watched: mergeAlerts([watch.result()], {}) };
}

/** Makes the records of the run's days in children, each of which replays its commands. */
async function makeRecords(run: Run, options: ExecuteRun): Promise<DaysWritten> {
  const { scenario, seed, scale, from, signal, rules, enrichments } = options;
  const folder = options.out ?? null;
  if (folder !== null) mkdirSync(segmentRoots(folder).root, { recursive: true });
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
    rules,
    enrichments,
    world: null,
  };
  const built = await buildDays(job, {
    processes: options.processes ?? CHILDREN,
    memoryMb: CHILD_MEMORY_MB,
    onProgress: ({ days, daysTotal }) =>
      options.onProgress?.(WORLD_SHARE + ((1 - WORLD_SHARE) * days) / daysTotal, 'run'),
    ...(signal ? { signal } : {}),
  });
  if (job.fromDay === 0) checkCounts(built.counts, run.world.recordCounts());
  return built;
}

/** The records made are the records the world said there are. */
function checkCounts(
  made: Readonly<Record<string, number>>,
  counted: { readonly [classUid: string]: number },
): void {
  const byClass = new Map<string, number>();
  for (const [table, n] of Object.entries(made)) {
    const classUid = String(TABLE_CLASSES[table]);
    byClass.set(classUid, (byClass.get(classUid) ?? 0) + n);
  }
  for (const [classUid, n] of Object.entries(counted)) {
    const of = byClass.get(classUid) ?? 0;
    invariant(of === n, `${of} records of class ${classUid} were made, ${n} counted`, 'expansion');
  }
}

function summaryOf(
  { run, loss }: Lived,
  watched: WatchedPart,
  { playbook, scale, scenario }: ExecuteRun,
  totalMs: number,
  used: Used,
): RunSummary {
  const { calendar } = scenario;
  const world = run.summary();
  const firstTrue = firstTrueMs(watched.alerts);
  const busyMs = used.generateMs + used.detectMs;
  return {
    ...world,
    playbook: playbook.name,
    alerts: alertSummaries(watched, { calendar, scale, loss }),
    dwell: {
      ...world.dwell,
      first_true_alert: firstTrue === null ? null : toIso(calendar, firstTrue - calendar.startMs),
    },
    timing: {
      generate_ms: Math.round(used.generateMs),
      detect_ms: Math.round(used.detectMs),
      store_ms: Math.max(0, Math.round(totalMs - busyMs)),
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

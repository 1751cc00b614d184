import { DAY_MS, DwellError, TICK_MS, type SimTime } from '@dwell/core';
import type { Alert } from '../detection/alert-tracker.ts';
import { firstTrueMs } from '../detection/alert-summary.ts';
import { LiveWatch } from '../detection/live-watch.ts';
import { LossCurve } from '../detection/loss-curve.ts';
import type { LossPoint } from '@dwell/scoring';
import type { DomainEvent } from '../run/frame.ts';
import { Run } from '../run/run.ts';
import type { DayFrame } from '../world/day-frame.ts';
import { beginOf, type LoggedRun } from './logged-run.ts';
import { RunTrace } from './run-trace.ts';

/** Lived through between two looks at what else is to be done. */
const SLICE_MS = 7 * DAY_MS;

/** A run lived through again, with what its team could see and what it lost. */
export type LivedAgain = {
  /** Stands where the log ends. */
  run: Run;
  /** All events, in order: places in it are names of moments. */
  events: readonly DomainEvent[];
  curve: LossCurve;
  trace: RunTrace;
  /** What the rules that the team deployed raised, numbered as they were live. */
  alerts: readonly Alert[];
  /** The first of them with an attack behind it. */
  firstAlertAt: SimTime | null;
};

export type LiveOptions = {
  /** Share of it that is done. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
};

/**
 * Lives a run through again from its log. Records are made only of the days on which deployed rules
 * looked at them. Errors: `INTERRUPTED`.
 */
export async function liveAgain(
  { scenario, seed, scale, commands, until }: LoggedRun,
  { onProgress, signal }: LiveOptions = {},
): Promise<LivedAgain> {
  const events: DomainEvent[] = [];
  const curve = new LossCurve();
  const trace = new RunTrace([beginOf(scenario)]);
  const run: Run = new Run(
    { scenario, seed, scale },
    {
      commands,
      keep: false,
      onEvent: (event) => {
        events.push(event);
        trace.onEvent(run, event);
      },
      onDay: see,
    },
  );
  const watch = new LiveWatch(run);
  function see(frame: DayFrame): void {
    curve.day(frame);
    watch.look(frame, scenario.calendar.startMs + (frame.firstTick + frame.ticks) * TICK_MS);
  }
  while (run.now + TICK_MS <= until) {
    if (signal?.aborted) throw interrupted();
    trace.drive(run, Math.min(until, run.now + SLICE_MS), (to) => run.advance(to));
    onProgress?.(run.now / until);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (run.world.frame.ticks > 0) see(run.world.frame);
  const { alerts } = watch;
  const firstMs = firstTrueMs(alerts);
  const firstAlertAt = firstMs === null ? null : firstMs - scenario.calendar.startMs;
  if (firstAlertAt !== null)
    noteAlso(trace.loss, { at: firstAlertAt, accounts: curve.before(firstAlertAt) * scale });
  return { run, events, curve, trace, alerts, firstAlertAt };
}

/** Notes the loss at one more moment, as if it had been looked at then. */
function noteAlso(loss: LossPoint[], { at: exactly, accounts }: LossPoint): void {
  const at = exactly - (exactly % TICK_MS);
  const later = loss.findIndex((each) => each.at >= at);
  const place = later < 0 ? loss.length : later;
  if ((loss[place - 1]?.accounts ?? 0) === accounts) return;
  const next = loss[place];
  if (next?.accounts === accounts) next.at = at;
  else loss.splice(place, 0, { at, accounts });
}

/** What whoever asked for a replay took back. */
export function interrupted(): DwellError {
  const [what, where, todo] = ['interrupted', 'the replay', 'begin it again'];
  return new DwellError('INTERRUPTED', { what, where, todo, exit: 130 });
}

import { DAY_MS, TICK_MS, type SimTime } from '@dwell/core';
import type { LossPoint, Outcome } from '@dwell/scoring';
import { Run, type RunOptions } from '../run/run.ts';
import type { Snapshot } from '../run/snapshot.ts';
import { beginOf, type LoggedRun } from './logged-run.ts';
import { outcomeOf } from './outcome.ts';
import { RunTrace, thinned, type TraceMark } from './run-trace.ts';

/** A run lived without records, with what was noted of it. */
export type Lived = { run: Run; trace: RunTrace };

type Saved = { at: SimTime; snapshot: Snapshot; mark: TraceMark };

/** Snapshots kept of the time before the exercise, and of its own: one a day, or as many as fit. */
const BEFORE_MAX = 24;
const OWN_MAX = 64;

/**
 * A run as it was, lived once more without records and remembered at many moments, so that what might
 * have been, and any moment of it, are near. Keep one for as long as there may be questions.
 */
export class BaseRun {
  readonly logged: LoggedRun;
  /** When people could first do something. */
  readonly begin: SimTime;
  /** The first alert with an attack behind it; null: there was none, or it is not known. */
  readonly firstAlertAt: SimTime | null;
  /** Commands in the log that the world as it stood would not have taken. */
  readonly refused = new Set<number>();
  readonly #saved: Saved[] = [];
  #lived: Lived | null = null;

  constructor(logged: LoggedRun, options: { firstAlertAt?: SimTime | null } = {}) {
    const { scenario, seed, scale, commands, until } = logged;
    this.logged = { scenario, seed, scale, commands, until: until - (until % TICK_MS) };
    this.begin = Math.min(beginOf(scenario), this.logged.until);
    this.firstAlertAt = options.firstAlertAt ?? null;
  }

  /** The run itself, at its end. */
  get lived(): Lived {
    return this.live();
  }

  /** Lives the run once; whatever is asked first would do so too. */
  live(): Lived {
    this.#lived ??= this.#live();
    return this.#lived;
  }

  get outcome(): Outcome {
    return this.outcomeOf(this.lived);
  }

  get loss(): readonly LossPoint[] {
    return this.lossOf(this.lived);
  }

  get checksum(): string {
    return this.lived.run.checksum();
  }

  /** What another run of the same beginning has come to, counted from the same moments. */
  outcomeOf({ run, trace }: Lived): Outcome {
    return outcomeOf(run, trace, this);
  }

  /** Accounts lost, for drawing. */
  lossOf({ trace }: Lived): LossPoint[] {
    return thinned(trace.loss);
  }

  /**
   * The run as it stood at the last remembered moment up to `at`, about to go on under the commands of
   * `options`: those before that moment must be the same.
   */
  from(at: SimTime, options: RunOptions): Lived {
    const { trace } = this.lived;
    const saved = this.#saved.findLast((each) => each.at <= at);
    return this.#open(options, saved && { trace, saved });
  }

  /** As it was, at a moment of it. */
  at(at: SimTime): Lived {
    const lived = this.from(at, { commands: this.logged.commands });
    lived.run.advance(Math.min(at, this.logged.until));
    return lived;
  }

  #open(options: RunOptions, after?: { trace: RunTrace; saved: Saved }): Lived {
    const { scenario, seed, scale } = this.logged;
    const input = { scenario, seed, scale };
    const stops = this.firstAlertAt === null ? [this.begin] : [this.begin, this.firstAlertAt];
    const trace = new RunTrace(stops, after && { trace: after.trace, mark: after.saved.mark });
    const told: RunOptions = {
      ...options,
      keep: false,
      checkpoints: false,
      onEvent: (event) => trace.onEvent(run, event),
      ...(options.playbook && { onHour: (hour) => trace.onHour(hour) }),
    };
    const run: Run = after ? Run.restore(input, after.saved.snapshot, told) : new Run(input, told);
    return { run, trace };
  }

  #live(): Lived {
    const { commands, until } = this.logged;
    const lived = this.#open({
      commands,
      refuse: ({ sequence }) => {
        this.refused.add(sequence);
        return false;
      },
    });
    const { run, trace } = lived;
    for (const at of this.#moments()) {
      trace.drive(run, at, (to) => run.advance(to));
      this.#saved.push({ at, snapshot: run.snapshot(), mark: trace.mark() });
    }
    trace.drive(run, until, (to) => run.advance(to));
    return lived;
  }

  /** When it is remembered, in order. */
  #moments(): SimTime[] {
    const { begin, logged } = this;
    return [...evenly(0, begin, BEFORE_MAX), ...evenly(begin, logged.until, OWN_MAX)];
  }
}

/** Accounts lost in all, simulated. */
export const lostIn = ({ run }: Lived): number => run.world.state.totals.accountsLost;

/** Every so many whole days from `from` on, before `to`: at most `most` times. */
function evenly(from: SimTime, to: SimTime, most: number): SimTime[] {
  const days = Math.ceil((to - from) / DAY_MS);
  const every = Math.max(1, Math.ceil(days / most)) * DAY_MS;
  const times: SimTime[] = [];
  for (let at = from; at < to; at += every) times.push(at);
  return times;
}

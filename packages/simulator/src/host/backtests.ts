import { badInput, DwellError, MINUTE_MS } from '@dwell/core';
import {
  openTelemetry,
  TABLES,
  visibleFromMs,
  type Telemetry,
  type TelemetryOptions,
} from '@dwell/telemetry';
import type { DetectionRule } from '../detection/detection-rule.ts';
import { scaleRules } from '../detection/rule-set.ts';
import type { Backtest, HuntRows } from '../router/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { backtestSql } from './backtest-sql.ts';
import { foldBacktest, type Folded } from './fold-backtest.ts';
import { readWhileReplaced, type Sight } from './hunts.ts';
import { pinNewest } from './pin-segments.ts';
import { labelFolder } from './segment-folder.ts';
import type { Window } from './telemetry-source.ts';

/** A backtest looks at months: it may take longer than a hunt, and has more memory. */
const DEADLINE_MS = 120_000;
const WORKER = { memoryMb: 1_200, tempMb: 8_000 };
/** More of them at once would only make each slower. */
const AT_ONCE_MAX = 2;

export type BacktestAsk = {
  rule: DetectionRule;
  /** N of 1:N. */
  scale: number;
  /** Simulated ms. */
  from?: number;
  to?: number;
  /** The scenario, when the asker may know what its attack's records are. */
  truthOf: Scenario | null;
};

/** Backtests: each in a query process of its own, one at a time a person, a few at once in all. */
export class Backtests {
  readonly #running = new Map<string, AbortController>();
  readonly #turns: (() => void)[] = [];
  #busy = 0;

  /**
   * Runs a rule over what can be seen. A person's new backtest ends the one before.
   * Errors: `RULE_SCALE`, `WINDOW`, `BACKTEST_CANCELLED`, `SQL_*`.
   */
  async run(
    person: string,
    ask: BacktestAsk,
    sight: () => Promise<Sight>,
    signal?: AbortSignal,
  ): Promise<Backtest> {
    const own = new AbortController();
    this.#running.get(person)?.abort();
    this.#running.set(person, own);
    const stop = signal ? AbortSignal.any([own.signal, signal]) : own.signal;
    try {
      await this.#turn(stop);
      try {
        return await onceMore(() => backtest(ask, sight, stop));
      } finally {
        this.#busy -= 1;
        this.#turns.shift()?.();
      }
    } catch (error) {
      throw stop.aborted ? cancelled() : error;
    } finally {
      if (this.#running.get(person) === own) this.#running.delete(person);
    }
  }

  /** Ends all of them. */
  stop(): void {
    for (const each of this.#running.values()) each.abort();
  }

  /** Waits until it may begin. */
  async #turn(stop: AbortSignal): Promise<void> {
    while (this.#busy >= AT_ONCE_MAX && !stop.aborted) {
      await new Promise<void>((resolve) => {
        this.#turns.push(resolve);
        stop.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    if (stop.aborted) throw cancelled();
    this.#busy += 1;
  }
}

/** A day in progress may give way to a longer one while it is read: then it is looked at again, once. */
async function onceMore(work: () => Promise<Backtest>): Promise<Backtest> {
  try {
    return await work();
  } catch (error) {
    if (!readWhileReplaced(error)) throw error;
    return work();
  }
}

async function backtest(
  ask: BacktestAsk,
  sight: () => Promise<Sight>,
  stop: AbortSignal,
): Promise<Backtest> {
  const rule = scaled(ask);
  const seen = await sight();
  const window = windowOf(ask, seen);
  const pinned = pinNewest(seen.segments);
  const { view } = seen;
  const own = { view, segments: pinned.segments };
  const trying = (truthOf: Scenario | null) => (telemetry: Telemetry) =>
    tried(telemetry, rule, window, truthOf);
  try {
    if (ask.truthOf === null) return await reading(own, stop, trying(null));
    const labels = seen.segments.map(labelFolder);
    return await reading({ ...own, labels }, stop, trying(ask.truthOf)).catch((error: unknown) => {
      if (stop.aborted || !labelsGone(error)) throw error;
      return reading(own, stop, trying(null));
    });
  } finally {
    pinned.release();
  }
}

/** What the rule would have alerted is known without labels too. */
function labelsGone(error: unknown): boolean {
  return !(error instanceof DwellError) || readWhileReplaced(error);
}

/** Lets work read in a query process of its own, which ends with it or when it is told to. */
async function reading<Answer>(
  options: TelemetryOptions,
  stop: AbortSignal,
  work: (telemetry: Telemetry) => Promise<Answer>,
): Promise<Answer> {
  const telemetry = openTelemetry({ ...options, worker: WORKER });
  const close = () => telemetry.close();
  stop.addEventListener('abort', close, { once: true });
  if (stop.aborted) close();
  try {
    return await work(telemetry);
  } finally {
    stop.removeEventListener('abort', close);
    telemetry.close();
  }
}

async function tried(
  telemetry: Telemetry,
  rule: DetectionRule,
  window: Window,
  truthOf: Scenario | null,
): Promise<Backtest> {
  const { startMs, offsetMinutes } = telemetry.view.calendar;
  const offsetMs = offsetMinutes * MINUTE_MS;
  const { sql, groupNames, table } = backtestSql(rule, window, offsetMs, truthOf);
  const found = await telemetry.sql(sql, { limit: 10_000, deadlineMs: DEADLINE_MS });
  const folded = foldBacktest(found.rows, groupNames, window, { startMs, offsetMs });
  const samples = await sampleRows(telemetry, table, folded.samples);
  return {
    ...shown(folded),
    from: window.fromMs - startMs,
    to: window.toMs - startMs,
    samples,
    elapsedMs: found.elapsedMs + samples.elapsedMs,
  };
}

function shown({ samples: _samples, ...rest }: Folded): Omit<Folded, 'samples'> {
  return rest;
}

function scaled({ rule, scale }: BacktestAsk): DetectionRule {
  const { rules, problems } = scaleRules([rule], scale);
  if (rules[0]) return rules[0];
  const { code, message, hint, line } = problems[0]!;
  throw badInput(code, message, `line ${line}`, hint);
}

/** What was asked for, as far as it can be seen. */
function windowOf({ from, to }: BacktestAsk, { view }: Sight): Window {
  const { startMs } = view.calendar;
  const oldestMs = Math.max(startMs, visibleFromMs(view) ?? startMs);
  const fromMs = Math.max(oldestMs, startMs + (from ?? 0));
  const toMs = Math.min(view.asOfMs, to === undefined ? view.asOfMs : startMs + to);
  if (fromMs < toMs) return { fromMs, toMs };
  throw badInput(
    'WINDOW',
    'nothing of this window can be seen',
    'the window',
    'choose a time that has passed and whose logs are still kept',
  );
}

/** Records by uid and time, with all their columns, newest first. */
async function sampleRows(
  telemetry: Telemetry,
  table: string,
  samples: Folded['samples'],
): Promise<HuntRows> {
  const columns = TABLES.find(({ name }) => name === table)?.columns ?? [];
  const names = ['record_uid', ...columns.map(({ name }) => `"${name}"`)].join(', ');
  const times = samples.map(({ ms }) => ms);
  const within =
    samples.length === 0
      ? 'false'
      : [
          `record_uid IN (${samples.map(({ uid }) => uid).join(', ')})`,
          `"time" BETWEEN make_timestamp(${Math.min(...times) * 1_000}) AND make_timestamp(${Math.max(...times) * 1_000})`,
        ].join(' AND ');
  const found = await telemetry.sql(
    `SELECT ${names} FROM ${table} WHERE ${within} ORDER BY "time" DESC, record_uid DESC`,
    { limit: samples.length + 1, deadlineMs: DEADLINE_MS },
  );
  return { ...found, total: null, cursor: null };
}

function cancelled(): DwellError {
  return new DwellError('BACKTEST_CANCELLED', {
    what: 'the backtest was ended before it was done',
    where: 'backtest',
    todo: 'start it again',
    exit: 1,
  });
}

import { DAY_MS, MINUTE_MS, type Calendar } from '@dwell/core';
import type { DayFrame } from '../world/day-frame.ts';
import { Expander } from '../world/emit/expand.ts';
import type { RecordSink } from '../world/emit/sink.ts';
import { telemetryView } from '../host/telemetry-view.ts';
import type { Run } from '../run/run.ts';
import type { Alert } from './alert-tracker.ts';
import { bothSinks, countingSink, timedSink, watchingSink } from './sinks.ts';
import type { DetectionRule } from './detection-rule.ts';
import type { WatchedPart } from './merge-alerts.ts';
import { RuleWatch } from './rule-watch.ts';

/** Local day, from the run's first, of a moment in UTC epoch milliseconds. */
export function localDay({ startMs, offsetMinutes }: Calendar): (ms: number) => number {
  const offset = offsetMinutes * MINUTE_MS;
  const first = Math.floor((startMs + offset) / DAY_MS);
  return (ms) => Math.floor((ms + offset) / DAY_MS) - first;
}

const SMALL_TABLES = new Set<string>([
  'account_change',
  'entity_management',
  'api_activity',
  'datastore_activity',
  'email_activity',
]);

/** Does a rule look at small tables only? */
const isSmall = (rule: DetectionRule) =>
  rule.linked.detections.every(
    ({ rule: own }) => !own || SMALL_TABLES.has(own.logSource.service ?? ''),
  );

/** Days before a range that a rule must see for its windows to be full when the range starts. The windows of a chain add up. */
const warmUpDays = (rule: DetectionRule) =>
  Math.ceil(
    rule.linked.detections.reduce((sum, each) => sum + (each.correlation?.timespanMs ?? 0), 0) /
      DAY_MS,
  );

/**
 * Rules that look at consecutive whole days of a run as their records are made. Days before `fromDay`
 * only fill the windows of correlations; what they raise belongs to somebody else's range.
 */
export class DaysWatch {
  readonly #watches: readonly RuleWatch[];
  readonly #small: readonly RuleWatch[];
  readonly #run: Run;
  readonly #expander: Expander;
  readonly #enrichments: readonly string[];
  readonly #alerts = new Map<string, Alert>();
  readonly #warmFrom: { all: number; small: number };
  #warm: boolean;
  /** Time spent making records, and that of the rules. */
  expandNs = 0n;
  detectNs = 0n;
  /** Records made of the range, by table. */
  readonly counts: Record<string, number> = {};

  constructor(
    run: Run,
    rules: readonly DetectionRule[],
    options: { fromDay: number; enrichments: readonly string[] },
  ) {
    const { fromDay } = options;
    const dayOf = localDay(run.input.scenario.calendar);
    this.#run = run;
    this.#expander = new Expander(run.input);
    this.#watches = rules.map((rule) => new RuleWatch(rule, dayOf));
    this.#small = this.#watches.filter((watch) => isSmall(watch.rule));
    this.#enrichments = options.enrichments;
    const most = (of: readonly DetectionRule[]) => Math.max(0, ...of.map(warmUpDays));
    const all = fromDay - most(rules.filter((rule) => !isSmall(rule)));
    this.#warmFrom = { all, small: Math.min(all, fromDay - most(rules.filter(isSmall))) };
    this.#warm = fromDay > 0;
  }

  /** A day before the range: only what windows need of it. */
  warmUp(frame: DayFrame): void {
    if (frame.day < this.#warmFrom.small) return;
    if (frame.day < this.#warmFrom.all) {
      this.#look(this.#small, (sink) => this.#expander.smallRows(frame, sink));
    } else this.#look(this.#watches, (sink) => this.#expander.day(frame, sink));
  }

  /** Makes the records of a day of the range once, for the store (if any) and the rules. */
  day(frame: DayFrame, store: RecordSink | null): void {
    if (this.#warm) this.#startCounting();
    const counter = countingSink(this.counts);
    const kept = store ? bothSinks(store, counter) : counter;
    this.#look(this.#watches, (sink) => this.#expander.day(frame, bothSinks(kept, sink)));
  }

  #look(watches: readonly RuleWatch[], expand: (sink: RecordSink) => void): void {
    const { scenario } = this.#run.input;
    const { state } = this.#run.world;
    const view = telemetryView(state, scenario, this.#run.now, this.#enrichments);
    const detectBefore = this.detectNs;
    const timed = <T>(work: () => T): T => {
      const before = process.hrtime.bigint();
      const done = work();
      this.detectNs += process.hrtime.bigint() - before;
      return done;
    };
    const before = process.hrtime.bigint();
    expand(
      timedSink(
        watchingSink(watches, view, scenario, () => ALWAYS),
        timed,
      ),
    );
    this.expandNs += process.hrtime.bigint() - before - (this.detectNs - detectBefore);
    const nowMs = scenario.calendar.startMs + this.#run.now;
    for (const watch of watches) {
      for (const alert of timed(() => watch.end(nowMs))) {
        if (!this.#warm) this.#alerts.set(`${alert.rule}/${alert.number}`, alert);
      }
    }
  }

  #startCounting(): void {
    this.#warm = false;
    for (const watch of this.#watches) {
      watch.restore({ ...watch.snapshot(), tracker: { raised: 0, open: [] } });
      watch.attackDaysSeen.clear();
    }
  }

  result(): WatchedPart {
    return {
      alerts: [...this.#alerts.values()],
      attackDaysSeen: Object.fromEntries(
        this.#watches.map((watch) => [watch.rule.name, [...watch.attackDaysSeen]]),
      ),
    };
  }
}

const ALWAYS = { fromMs: -Infinity, toMs: Infinity };

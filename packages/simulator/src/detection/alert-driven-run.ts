import { DAY_MS, MINUTE_MS, TICK_MS, type SimTime } from '@dwell/core';
import { telemetryView } from '../host/telemetry-view.ts';
import { Run } from '../run/run.ts';
import type { DayFrame } from '../world/day-frame.ts';
import { Expander } from '../world/emit/expand.ts';
import type { DetectionRule } from './detection-rule.ts';
import { localDay } from './days-watch.ts';
import { RuleWatch, type RuleWatchState } from './rule-watch.ts';
import { watchingSink } from './sinks.ts';

type Raised = { rule: string; at: SimTime };

const ALWAYS = { fromMs: -Infinity, toMs: Infinity };

/**
 * Drives a run whose bots wait for alerts. While one is awaited, each day is lived ahead in a copy of the run,
 * its records are made and shown to the awaited rules, and the run is told of each alert at the tick in
 * which it is raised; a command makes the rest of the day anew. Alerts are a function of the records,
 * and these of the counts, so it comes out the same whether records are kept or not.
 */
export class AlertDrivenRun {
  readonly #run: Run;
  readonly #rules: readonly DetectionRule[];
  readonly #enrichments: readonly string[];
  readonly #expander: Expander;
  /** Rules at the end of the last whole day. */
  #watches: RuleWatch[];
  #saved: RuleWatchState[];
  #savedDay: number;

  /** `rules` are scaled. `enrichments`: controls that are on from the start, whatever the run buys. */
  constructor(run: Run, rules: readonly DetectionRule[], enrichments: readonly string[]) {
    const awaited = run.awaitedAlerts();
    const dayOf = localDay(run.input.scenario.calendar);
    this.#run = run;
    this.#rules = rules.filter((rule) => awaited.has(rule.name));
    this.#enrichments = enrichments;
    this.#expander = new Expander(run.input);
    this.#watches = this.#rules.map((rule) => new RuleWatch(rule, dayOf));
    this.#saved = this.#watches.map((watch) => watch.snapshot());
    this.#savedDay = run.world.frame.day;
  }

  /** As `Run.advance`, with alerts. */
  advance(to: SimTime): void {
    const run = this.#run;
    while (run.now + TICK_MS <= to) {
      if (!this.#waits()) return run.advance(to);
      const end = Math.min(to, this.#nextMidnight(run.now));
      let given = run.commands.length;
      let ahead = this.#lookAhead(end);
      while (run.now + TICK_MS <= end) {
        const next = ahead.find(({ rule }) => run.awaitedAlerts().has(rule));
        const stop = next ? Math.min(end, tickAfter(next.at)) : end;
        run.advance(stop, { untilCommand: true });
        if (run.commands.length > given) {
          given = run.commands.length;
          ahead = this.#lookAhead(end);
        } else if (next) {
          run.tellAlert(next.rule, run.now);
          ahead = ahead.slice(ahead.indexOf(next) + 1);
        }
      }
    }
  }

  #waits(): boolean {
    const awaited = this.#run.awaitedAlerts();
    return this.#rules.some((rule) => awaited.has(rule.name));
  }

  /** Alerts raised from now to `end` if nobody does anything, in order of time. */
  #lookAhead(end: SimTime): Raised[] {
    const { input, now, world } = this.#run;
    const { calendar } = input.scenario;
    if (world.frame.day !== this.#savedDay) {
      this.#saved = this.#watches.map((watch) => watch.snapshot());
      this.#savedDay = world.frame.day;
    }
    this.#watches.forEach((watch, i) => watch.restore(this.#saved[i]!));
    let finished: DayFrame | null = null;
    const ahead = Run.restore(input, this.#run.snapshot(), {
      commands: this.#run.commands,
      keep: false,
      checkpoints: false,
      onDay: (frame) => (finished ??= frame),
    });
    ahead.advance(end);
    const frame: DayFrame = finished ?? ahead.world.frame;
    const view = telemetryView(ahead.world.state, input.scenario, ahead.now, this.#enrichments);
    this.#expander.day(
      frame,
      watchingSink(this.#watches, view, input.scenario, () => ALWAYS),
    );
    const alerts = this.#watches.flatMap((watch) => watch.end(calendar.startMs + ahead.now));
    return alerts
      .map(({ rule, firstMs }) => ({ rule, at: firstMs - calendar.startMs }))
      .filter(({ at }) => at >= now)
      .sort((a, b) => a.at - b.at);
  }

  #nextMidnight(now: SimTime): SimTime {
    const { startMs, offsetMinutes } = this.#run.input.scenario.calendar;
    const local = startMs + offsetMinutes * MINUTE_MS + now;
    return now + DAY_MS - (local % DAY_MS);
  }
}

/** The end of the tick in which a moment lies. */
const tickAfter = (at: SimTime): SimTime => (Math.floor(at / TICK_MS) + 1) * TICK_MS;

import type { Run } from '../run/run.ts';
import { telemetryView } from '../host/telemetry-view.ts';
import type { DayFrame } from '../world/day-frame.ts';
import { Expander } from '../world/emit/expand.ts';
import type { Alert } from './alert-tracker.ts';
import { localDay } from './days-watch.ts';
import { deployments, type Deployment } from './deployments.ts';
import type { Span } from './rule-part.ts';
import { readRules, scaleRules } from './rule-set.ts';
import { RuleWatch, type RuleWatchState } from './rule-watch.ts';
import { watchingSink } from './sinks.ts';

type Working = { deployment: Deployment; watch: RuleWatch };

/** What is remembered between spans, to be saved with the run. */
export type LiveWatchState = {
  seenMs: number;
  working: readonly { sequence: number; state: RuleWatchState }[];
  raised: Readonly<Record<string, number>>;
  alerts: readonly Alert[];
};

/**
 * The rules that people deployed in a run, looking at its records as time goes on. A rule starts with empty
 * windows when it takes effect. What they raise is a function of the run's log: seen again, it is the
 * same.
 */
export class LiveWatch {
  readonly #run: Run;
  readonly #expander: Expander;
  readonly #alerts = new Map<string, Alert>();
  /** Alerts raised by earlier texts of a rule, so that numbers go on. */
  readonly #raised = new Map<string, number>();
  #working = new Map<number, Working>();
  /** Records before this moment have been looked at, UTC epoch milliseconds. */
  #seenMs = -Infinity;

  constructor(run: Run) {
    this.#run = run;
    this.#expander = new Expander(run.input);
  }

  /** All alerts so far, in the order in which they were raised. */
  get alerts(): readonly Alert[] {
    return [...this.#alerts.values()];
  }

  /** Looks at what a day's frame has of records before `untilMs` that were not looked at yet; returns alerts that are new or went on. */
  look(frame: DayFrame, untilMs: number): Alert[] {
    const fromMs = this.#seenMs;
    if (untilMs <= fromMs) return [];
    this.#seenMs = untilMs;
    const { scenario } = this.#run.input;
    const epoch = (at: number) => scenario.calendar.startMs + at;
    const working = this.#atWork(untilMs, epoch);
    const spans = new Map<RuleWatch, Span>(
      working.map(({ deployment: { from, until }, watch }) => [
        watch,
        {
          fromMs: Math.max(fromMs, epoch(from)),
          toMs: Math.min(untilMs, until === null ? Infinity : epoch(until)),
        },
      ]),
    );
    const watches = [...spans].flatMap(([watch, span]) => (span.fromMs < span.toMs ? [watch] : []));
    if (watches.length === 0) return [];
    const view = telemetryView(this.#run.world.state, scenario, this.#run.now);
    const sink = watchingSink(watches, view, scenario, (watch) => spans.get(watch)!);
    this.#expander.day(frame, sink);
    const news = watches.flatMap((watch) => watch.end(untilMs));
    for (const alert of news) {
      this.#alerts.set(alertId(alert), alert);
      this.#raised.set(alert.rule, Math.max(this.#raised.get(alert.rule) ?? 0, alert.number));
    }
    return news;
  }

  /** The rules that work or worked until now, made ready when they are new. */
  #atWork(untilMs: number, epoch: (at: number) => number): Working[] {
    const all = deployments(this.#run.responses(), this.#run.commands);
    for (const deployment of all) {
      if (epoch(deployment.from) >= untilMs) continue;
      const known = this.#working.get(deployment.sequence);
      if (known) known.deployment = deployment;
      else if (deployment.until === null || epoch(deployment.until) > this.#seenMs) {
        this.#working.set(deployment.sequence, this.#ready(deployment));
      }
    }
    return [...this.#working.values()];
  }

  #ready(deployment: Deployment): Working {
    const { name, text } = deployment;
    const { input } = this.#run;
    const { rules } = readRules([{ file: `${name}.yml`, text }]);
    const scaled = scaleRules(rules, input.scale).rules.find((rule) => rule.name === name)!;
    const watch = new RuleWatch(scaled, localDay(input.scenario.calendar));
    const fresh = watch.snapshot();
    watch.restore({ ...fresh, tracker: { raised: this.#raised.get(name) ?? 0, open: [] } });
    return { deployment, watch };
  }

  snapshot(): LiveWatchState {
    return {
      seenMs: this.#seenMs,
      working: [...this.#working].map(([sequence, { watch }]) => ({
        sequence,
        state: watch.snapshot(),
      })),
      raised: Object.fromEntries(this.#raised),
      alerts: this.alerts,
    };
  }

  restore({ seenMs, working, raised, alerts }: LiveWatchState): void {
    this.#seenMs = seenMs;
    for (const [rule, number] of Object.entries(raised)) this.#raised.set(rule, number);
    for (const alert of alerts) this.#alerts.set(alertId(alert), alert);
    const all = deployments(this.#run.responses(), this.#run.commands);
    for (const { sequence, state } of working) {
      const deployment = all.find((each) => each.sequence === sequence);
      if (!deployment) continue;
      const ready = this.#ready(deployment);
      ready.watch.restore(state);
      this.#working.set(sequence, ready);
    }
  }
}

/** What people call an alert. */
export const alertId = ({ rule, number }: Pick<Alert, 'rule' | 'number'>) => `${rule}/${number}`;

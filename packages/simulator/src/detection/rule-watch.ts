import { AlertTracker, type Alert, type AlertTrackerState } from './alert-tracker.ts';
import type { DetectionRule } from './detection-rule.ts';
import { groupKey } from './keys.ts';
import type { RecordSet } from './record-set.ts';
import { rulePartsOf, takeMatches, type Part, type Span, type Tap } from './rule-part.ts';
import type { VolumeCounterState } from './volume-counter.ts';

/** What a watch remembers between spans; plain data and typed arrays. */
export type RuleWatchState = {
  correlators: readonly unknown[];
  tracker: AlertTrackerState;
};

/**
 * A rule looking at log records as they come, in whole spans of time: `take` sets of records of a span,
 * then `end` the span. Its state can be saved between spans.
 */
export class RuleWatch {
  readonly rule: DetectionRule;
  /** Local days, by number, on which it held over an attack's record. */
  readonly attackDaysSeen = new Set<number>();
  readonly #parts: readonly Part[];
  readonly #tracker: AlertTracker;
  readonly #tables: ReadonlySet<string>;
  readonly #dayOf: (ms: number) => number;

  /** `rule` is scaled already; `dayOf`: the local day of a moment. Errors: those of a pattern that cannot be compiled. */
  constructor(rule: DetectionRule, dayOf: (ms: number) => number) {
    this.rule = rule;
    this.#dayOf = dayOf;
    this.#tracker = new AlertTracker(rule.name, rule.timespanMs);
    this.#parts = rulePartsOf(rule.linked.detections);
    this.#tables = new Set(this.#parts.flatMap((each) => each.table ?? []));
  }

  /** Looks at records of the span; others in the set are passed over. */
  take(records: RecordSet, span: Span): void {
    if (records.length === 0 || !this.#tables.has(records.table)) return;
    for (const each of this.#parts) {
      if (each.table === records.table) takeMatches(each, records, span);
    }
  }

  /** The span is over at `nowMs`: works through what was taken and returns the alerts that are new or went on. */
  end(nowMs: number): Alert[] {
    for (const each of this.#parts) {
      each.volume?.drain((timeMs, key, events, attack) =>
        this.#holds(each, timeMs, key, attack, events),
      );
      each.inbox.drain((member, timeMs, key, value, mark) => {
        const { correlator } = each;
        if (!correlator) return this.#holds(each, timeMs, key, mark === 1, 1);
        if (!correlator.feed(member, timeMs, key, value, mark)) return;
        const { events, marked } = correlator.window;
        this.#holds(each, timeMs, key, marked > 0, events);
      });
    }
    return this.#tracker.news(nowMs);
  }

  #holds(each: Part, timeMs: number, key: string | number, attack: boolean, window: number): void {
    if (each.detection.reports) {
      const group = () => named(each.groupNames, each.key.texts(key));
      this.#tracker.hold(key, timeMs, attack, window, group);
      if (attack) this.attackDaysSeen.add(this.#dayOf(timeMs));
    }
    if (!each.detection.correlation) return;
    for (const tap of each.taps) chain(each, tap, timeMs, key, attack);
  }

  snapshot(): RuleWatchState {
    return {
      correlators: this.#parts.map(
        ({ volume, correlator }) => (volume ?? correlator)?.snapshot() ?? null,
      ),
      tracker: this.#tracker.snapshot(),
    };
  }

  restore(saved: RuleWatchState): void {
    this.#parts.forEach(({ volume, correlator }, i) => {
      const state = saved.correlators[i];
      if (volume) volume.restore(state as VolumeCounterState);
      else correlator?.restore(state);
    });
    this.#tracker.restore(saved.tracker);
  }
}

/** A correlation's moment as the event of another: its fields are those of its group. */
function chain(each: Part, tap: Tap, timeMs: number, key: string | number, attack: boolean): void {
  const { correlation } = tap.into.detection;
  if (!correlation) return;
  const own = named(each.groupNames, each.key.texts(key));
  const texts = correlation.groupFields[tap.member]!.map((name) => own[name]);
  if (texts.some((text) => text === undefined)) return;
  const field = correlation.valueFields[tap.member] ?? null;
  const value = field === null ? null : (own[field] ?? null);
  const taken = value !== null && correlation.type !== 'value_count' ? Number(value) : value;
  tap.into.inbox.add(tap.member, timeMs, groupKey(texts as string[]), taken, attack ? 1 : 0);
}

function named(names: readonly string[], texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']));
}

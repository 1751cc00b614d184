import { fold, numberOf, type CorrelationType } from '@dwell/detection';
import { AlertTracker, type Alert, type AlertTrackerState } from './alert-tracker.ts';
import type { DetectionRule } from './detection-rule.ts';
import type { Entry } from './inbox.ts';
import { groupKey } from './keys.ts';
import type { RecordSet } from './record-set.ts';
import { rulePartsOf, takeMatches, type Part, type Span, type Tap } from './rule-part.ts';
import type { Held, VolumeCounterState } from './volume-counter.ts';

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
      each.volume?.drain((held) => this.#holds(each, held));
      each.inbox.drain((event) => this.#event(each, event));
    }
    return this.#tracker.news(nowMs);
  }

  /** One event, as an entry or (of several members, or in several groups) more of them. */
  #event(each: Part, event: readonly Entry[]): void {
    const { correlator, detection } = each;
    const held = new Map<string | number, Held>();
    for (const { member, timeMs, key, value, mark, record } of event) {
      if (!correlator) {
        held.set(key, { timeMs, key, record, events: 1, attack: mark === 1 });
        continue;
      }
      // All of an event is in before it is looked at: the last answer counts, of a sequence any.
      const holds = correlator.feed(member, timeMs, key, value, mark);
      const { events, marked } = correlator.window;
      if (holds) held.set(key, { timeMs, key, record, events, attack: marked > 0 });
      else if (detection.correlation!.type !== 'temporal_ordered') held.delete(key);
    }
    for (const moment of held.values()) this.#holds(each, moment);
  }

  #holds(each: Part, moment: Held): void {
    const { timeMs, key, attack, events } = moment;
    if (each.detection.reports) {
      const group = () => named(each.groupNames, each.key.texts(key));
      this.#tracker.hold(key, timeMs, attack, events, group);
      if (attack) this.attackDaysSeen.add(this.#dayOf(timeMs));
    }
    if (!each.detection.correlation) return;
    for (const tap of each.taps) chain(each, tap, moment);
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
function chain(each: Part, tap: Tap, { timeMs, key, attack, record }: Held): void {
  const { correlation } = tap.into.detection;
  if (!correlation) return;
  const own = named(each.groupNames, each.key.texts(key));
  const texts = correlation.groupFields[tap.member]!.map((name) => own[name]);
  if (texts.some((text) => text === undefined)) return;
  const field = correlation.valueFields[tap.member] ?? null;
  const value = field === null ? null : chainedValue(correlation.type, own[field]);
  if (field !== null && value === null) return;
  tap.into.inbox.add({
    member: tap.member,
    timeMs,
    key: groupKey(texts as string[]),
    value,
    mark: attack ? 1 : 0,
    record,
  });
}

function chainedValue(type: CorrelationType, text: string | undefined): string | number | null {
  if (text === undefined) return null;
  return type === 'value_count' ? fold(text) : numberOf(text);
}

function named(names: readonly string[], texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']));
}

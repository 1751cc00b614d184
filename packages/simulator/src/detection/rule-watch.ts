import { Correlator, type LinkedDetection } from '@dwell/detection';
import { AlertTracker, type Alert, type AlertTrackerState } from './alert-tracker.ts';
import type { DetectionRule } from './detection-rule.ts';
import { Inbox } from './inbox.ts';
import {
  distinctValue,
  groupKey,
  keyMaker,
  numberValue,
  type KeyFields,
  type KeyMaker,
  type ValueMaker,
} from './keys.ts';
import { Matcher } from './matcher.ts';
import type { RecordSet } from './record-set.ts';

/** What a detection feeds: a correlation's inbox, or the alerts. */
type Tap = { into: Part; member: number; key: KeyMaker; value: ValueMaker | null };

/** One detection of a rule at work. */
type Part = {
  detection: LinkedDetection;
  table: string | null;
  matcher: Matcher | null;
  correlator: Correlator | null;
  inbox: Inbox;
  taps: Tap[];
  /** Makes the group of what it holds for: of a plain rule its alerts' group, of a correlation its own. */
  key: KeyMaker;
  groupNames: readonly string[];
};

export type RuleWatchState = {
  correlators: readonly unknown[];
  tracker: AlertTrackerState;
};

/** Alerts of plain rules are told apart by where the record came from. */
const PLAIN_GROUP = 'src_ip';
const TABLES_WITHOUT_SOURCE = new Set([
  'account_change',
  'entity_management',
  'email_activity',
  'endpoint_minute',
]);

/**
 * A rule looking at log records as they come, in whole spans of time: `take` sets of records of a span,
 * then `end` the span. Its state can be saved between spans.
 */
export class RuleWatch {
  readonly rule: DetectionRule;
  readonly #parts: Part[];
  readonly #tracker: AlertTracker;
  readonly #tables: ReadonlySet<string>;
  /** Local days, by number, on which it held over an attack's record. */
  readonly attackDaysSeen = new Set<number>();
  readonly #dayOf: (ms: number) => number;

  /** `rule` is scaled already; `dayOf`: the local day of a moment. Errors: those of a pattern that cannot be compiled. */
  constructor(rule: DetectionRule, dayOf: (ms: number) => number) {
    this.rule = rule;
    this.#dayOf = dayOf;
    this.#tracker = new AlertTracker(rule.name, rule.timespanMs);
    this.#parts = rule.linked.detections.map((detection) => part(detection));
    for (const each of this.#parts) this.#connect(each);
    this.#tables = new Set(this.#parts.flatMap((each) => each.table ?? []));
  }

  #connect(into: Part): void {
    const { correlation, members, rule } = into.detection;
    if (rule) {
      const fields = into.table && !TABLES_WITHOUT_SOURCE.has(into.table) ? [PLAIN_GROUP] : [];
      into.groupNames = fields;
      into.key = keyMaker([{ table: into.table ?? '', fields }], 0);
      if (into.detection.reports) into.taps.push({ into, member: 0, key: into.key, value: null });
      return;
    }
    const keyFields: KeyFields[] = members.map((m, i) => ({
      table: this.#parts[m]!.table ?? '',
      fields: correlation.groupFields[i]!,
    }));
    into.groupNames = correlation.groupBy;
    members.forEach((m, i) => {
      const key = keyMaker(keyFields, i);
      into.key = key;
      const field = correlation.valueFields[i] ?? null;
      const make = correlation.type === 'value_count' ? distinctValue : numberValue;
      this.#parts[m]!.taps.push({
        into,
        member: i,
        key,
        value: field === null ? null : make(field),
      });
    });
  }

  /** Looks at records from `fromMs` to before `toMs`; others in the set are passed over. */
  take(records: RecordSet, span: { fromMs: number; toMs: number }): void {
    if (records.length === 0 || !this.#tables.has(records.table)) return;
    for (const each of this.#parts) {
      if (each.table !== records.table || !each.matcher) continue;
      const mask = each.matcher.match(records);
      for (const tap of each.taps) tap.into.inbox.take(tap.member, records, mask, span, tap);
    }
  }

  /** The span is over at `nowMs`: works through what was taken and returns the alerts that are new or went on. */
  end(nowMs: number): Alert[] {
    for (const each of this.#parts) {
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
    if (!each.correlator) return;
    for (const tap of each.taps) this.#chain(each, tap, timeMs, key, attack);
  }

  /** A correlation's moment as the event of another: its fields are those of its group. */
  #chain(each: Part, tap: Tap, timeMs: number, key: string | number, attack: boolean): void {
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

  snapshot(): RuleWatchState {
    return {
      correlators: this.#parts.map((each) => each.correlator?.snapshot() ?? null),
      tracker: this.#tracker.snapshot(),
    };
  }

  restore(saved: RuleWatchState): void {
    this.#parts.forEach((each, i) => each.correlator?.restore(saved.correlators[i]));
    this.#tracker.restore(saved.tracker);
  }
}

function part(detection: LinkedDetection): Part {
  const { rule, correlation, members } = detection;
  const { type, timespanMs, bounds } = correlation ?? {};
  return {
    detection,
    table: rule ? (rule.logSource.service ?? null) : null,
    matcher: rule ? new Matcher(rule.condition) : null,
    correlator: correlation
      ? new Correlator({
          type: type!,
          timespanMs: timespanMs!,
          bounds: bounds!,
          members: members.length,
        })
      : null,
    inbox: new Inbox(),
    taps: [],
    key: keyMaker([{ table: '', fields: [] }], 0),
    groupNames: [],
  };
}

function named(names: readonly string[], texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']));
}

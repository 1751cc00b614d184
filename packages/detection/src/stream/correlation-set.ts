import type { Linked, LinkedCorrelation } from '../ir/detection.ts';
import { fold, numberOf } from '../ir/values.ts';
import { Correlator, type CorrelatorLimits, type Lost } from './correlator.ts';
import type { EventView, Values } from './event-view.ts';
import type { Hit } from './hit.ts';
import type { Timed } from './reorder-buffer.ts';

/** What one event is to one correlation. */
export type Entry = {
  correlation: number;
  member: number;
  group: readonly string[];
  value: string | number | null;
};

/** An event that correlations look at. */
export type CorrelatedEvent = Timed & { entries: Entry[] };

/** How a member becomes entries: fields of an event, or places in the group of a correlation. */
type Feed<Source> = {
  correlation: number;
  member: number;
  group: readonly Source[];
  value: Source | null;
  kind: 'none' | 'text' | 'number';
};

type Running = { correlation: LinkedCorrelation; correlator: Correlator; reports: boolean };

/** The correlations of a rule set, those that look at others included. Its events must come in order. */
export class CorrelationSet {
  readonly #running = new Map<number, Running>();
  readonly #ofRules = new Map<number, Feed<Values>[]>();
  readonly #ofCorrelations = new Map<number, Feed<number>[]>();

  /** @param left detections that are left out, and correlations with them */
  constructor(
    { detections }: Linked,
    view: EventView,
    limits: CorrelatorLimits,
    left: ReadonlySet<number>,
  ) {
    for (const [index, { correlation, members, reports }] of detections.entries()) {
      if (correlation === null || left.has(index)) continue;
      const { type, timespanMs, bounds } = correlation;
      const plan = { type, timespanMs, bounds, members: members.length };
      const correlator = new Correlator(plan, limits);
      this.#running.set(index, { correlation, correlator, reports });
      for (const [member, of] of members.entries()) {
        const inner = detections[of]!.correlation;
        if (inner === null) this.#feedRule(of, index, correlation, member, view);
        else this.#feedCorrelation(of, index, correlation, member, inner);
      }
    }
  }

  get size(): number {
    return this.#running.size;
  }

  /** Whether any correlation looks at a rule. */
  looksAt(rule: number): boolean {
    return this.#ofRules.has(rule);
  }

  /** Adds what the event that the view shows is to correlations, as one of the rule. */
  entriesOf(rule: number, into: Entry[]): void {
    for (const { correlation, member, group, value, kind } of this.#ofRules.get(rule) ?? []) {
      const texts = group.map(({ texts: [first] }) => first);
      if (texts.includes(undefined)) continue;
      const found = valueOf(value, kind);
      if (kind !== 'none' && found === null) continue;
      into.push({ correlation, member, group: texts as string[], value: found });
    }
  }

  /** Takes in the next event in order. */
  take({ timeMs, ordinal, entries }: CorrelatedEvent, hits: Hit[]): void {
    const waiting = [...entries];
    while (waiting.length > 0) {
      // What a correlation looks at stands before it.
      let index = Infinity;
      for (const entry of waiting) index = Math.min(index, entry.correlation);
      const own = waiting.filter(({ correlation }) => correlation === index);
      const rest = waiting.filter(({ correlation }) => correlation !== index);
      waiting.splice(0, waiting.length, ...rest);
      own.sort((a, b) => b.member - a.member);
      for (const { group, window } of this.#feed(index, timeMs, own)) {
        if (this.#running.get(index)!.reports) {
          hits.push({ detection: index, event: ordinal, timeMs, group, window });
        }
        for (const feed of this.#ofCorrelations.get(index) ?? []) passOn(feed, group, waiting);
      }
    }
  }

  /** What the limits took, by detection. */
  get lost(): Map<number, Lost> {
    const all = new Map<number, Lost>();
    for (const [index, { correlator }] of this.#running) {
      const { groups, entries } = correlator.lost;
      if (groups > 0 || entries > 0) all.set(index, { groups, entries });
    }
    return all;
  }

  snapshot(): unknown {
    return [...this.#running].map(([index, { correlator }]) => [index, correlator.snapshot()]);
  }

  restore(saved: unknown): void {
    for (const [index, state] of saved as [number, unknown][]) {
      this.#running.get(index)?.correlator.restore(state);
    }
  }

  /** The groups for which a correlation holds at an event with these entries, the last member first. */
  #feed(
    index: number,
    timeMs: number,
    entries: readonly Entry[],
  ): { group: readonly string[]; window: { events: number; firstMs: number } }[] {
    const { correlation, correlator } = this.#running.get(index)!;
    const ordered = correlation.type === 'temporal_ordered';
    const answers = new Map<
      string,
      { holds: boolean; group: readonly string[]; window: { events: number; firstMs: number } }
    >();
    for (const { member, group, value } of entries) {
      const key = keyOf(group);
      const answer = correlator.feed(member, timeMs, key, value, 0);
      const { events, firstMs } = correlator.window;
      const holds = answer || (ordered && answers.get(key)?.holds === true);
      answers.set(key, { holds, group, window: { events, firstMs } });
    }
    return [...answers.values()].filter(({ holds }) => holds);
  }

  #feedRule(
    rule: number,
    index: number,
    correlation: LinkedCorrelation,
    member: number,
    view: EventView,
  ): void {
    const value = correlation.valueFields[member] ?? null;
    const feed: Feed<Values> = {
      correlation: index,
      member,
      group: correlation.groupFields[member]!.map((name) => view.field(name)),
      value: value === null ? null : view.field(value),
      kind: kindOf(correlation),
    };
    this.#ofRules.set(rule, [...(this.#ofRules.get(rule) ?? []), feed]);
  }

  #feedCorrelation(
    of: number,
    index: number,
    correlation: LinkedCorrelation,
    member: number,
    inner: LinkedCorrelation,
  ): void {
    const field = correlation.valueFields[member] ?? null;
    const kind = kindOf(correlation);
    const group = correlation.groupFields[member]!.map((name) => inner.groupBy.indexOf(name));
    const value = field === null ? -1 : inner.groupBy.indexOf(field);
    // Fields that its group does not have are missing always.
    if (group.includes(-1) || (kind !== 'none' && value < 0)) return;
    const feed = { correlation: index, member, group, value: value < 0 ? null : value, kind };
    this.#ofCorrelations.set(of, [...(this.#ofCorrelations.get(of) ?? []), feed]);
  }
}

function passOn(
  { correlation, member, group, value, kind }: Feed<number>,
  held: readonly string[],
  into: Entry[],
): void {
  const text = value === null ? null : held[value]!;
  const found = text === null ? null : kind === 'number' ? numberOf(text) : fold(text);
  if (kind !== 'none' && found === null) return;
  into.push({ correlation, member, group: group.map((place) => held[place]!), value: found });
}

function kindOf({ type }: LinkedCorrelation): Feed<never>['kind'] {
  if (!type.startsWith('value_')) return 'none';
  return type === 'value_count' ? 'text' : 'number';
}

/** The first folded text, or the first number. */
function valueOf(values: Values | null, kind: Feed<never>['kind']): string | number | null {
  if (values === null || kind === 'none') return null;
  if (kind === 'text') return values.folded[0] ?? null;
  for (const scalar of values.scalars) {
    const number = numberOf(scalar);
    if (number !== null) return number;
  }
  return null;
}

/** One text for several, different for different ones. */
function keyOf(group: readonly string[]): string {
  return group.length === 1 ? group[0]! : JSON.stringify(group);
}

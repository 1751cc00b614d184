import type { Problem } from '../ir/problem.ts';
import { momentOf } from '../ir/values.ts';
import type { CandidateIndex } from './candidate-index.ts';
import type { CorrelatedEvent, CorrelationSet, Entry } from './correlation-set.ts';
import type { Lost } from './correlator.ts';
import type { EventView, Values } from './event-view.ts';
import type { Hit } from './hit.ts';
import type { Predicate } from './predicate.ts';
import type { ReorderBuffer } from './reorder-buffer.ts';

/** A rule that is evaluated: its place in `detections` and what it asks. */
export type ReadyRule = {
  detection: number;
  reports: boolean;
  correlated: boolean;
  holds: Predicate;
};

/** What a stream is made of; `compileStream` makes it. */
export type StreamParts = {
  view: EventView;
  rules: readonly ReadyRule[];
  index: CandidateIndex | null;
  correlations: CorrelationSet;
  buffer: ReorderBuffer<CorrelatedEvent>;
  times: readonly Values[];
  problems: readonly Problem[];
};

/** Events so far: all, and of those looked at by correlations without a time, and too late. */
export type StreamCounts = { events: number; untimed: number; late: number };

/** A rule that could not be evaluated for some events, and what was said the first time. */
export type StreamFault = { detection: number; events: number; first: string };

type Saved = {
  counts: StreamCounts;
  faults: StreamFault[];
  buffer: unknown;
  correlations: unknown;
};

const NO_HITS: readonly Hit[] = [];

/** Evaluates a rule set event by event. */
export class RuleStream {
  /** Detections that were left out, and why. */
  readonly problems: readonly Problem[];
  readonly counts: StreamCounts = { events: 0, untimed: 0, late: 0 };
  readonly #parts: StreamParts;
  readonly #faults = new Map<number, StreamFault>();
  readonly #everyRule: readonly number[];

  constructor(parts: StreamParts) {
    this.#parts = parts;
    this.problems = parts.problems;
    this.#everyRule = [...parts.rules.keys()];
  }

  /**
   * Takes in an event, as JSON gives it.
   *
   * @param timeMs when it happened, in epoch milliseconds, NaN for never; left out, it is read from the event
   * @returns rules that hold for it, then correlations that hold at events whose turn has come, which
   *   may be earlier ones; what correlations say of this one may come later
   */
  push(event: unknown, timeMs?: number): readonly Hit[] {
    const { view, rules, correlations } = this.#parts;
    const ordinal = this.counts.events++;
    view.show(event);
    const matched = this.#matched();
    const correlates = correlations.size > 0;
    if (matched.length === 0 && !correlates) return NO_HITS;
    const at = timeMs === undefined ? this.#timeOf() : Number.isFinite(timeMs) ? timeMs : null;
    const hits: Hit[] = [];
    const entries: Entry[] = [];
    for (const place of matched) {
      const { detection, reports, correlated } = rules[place]!;
      if (reports) hits.push({ detection, event: ordinal, timeMs: at, group: null, window: null });
      if (correlated) this.#guard(detection, () => correlations.entriesOf(detection, entries));
    }
    if (correlates) this.#correlate(at, ordinal, entries, hits);
    return hits;
  }

  /** What correlations say of the events that still wait for earlier ones. Those come too late from now on. */
  flush(): readonly Hit[] {
    const hits: Hit[] = [];
    for (;;) {
      const next = this.#parts.buffer.force();
      if (next === null) return hits;
      this.#parts.correlations.take(next, hits);
    }
  }

  /** Rules that could not be evaluated for events, such as one beyond the limits. */
  get faults(): readonly StreamFault[] {
    return [...this.#faults.values()];
  }

  /** What limits on groups and entries took, by detection. */
  get lost(): ReadonlyMap<number, Lost> {
    return this.#parts.correlations.lost;
  }

  /** Everything it knows, as JSON; a stream of the same rules and options goes on from it. */
  snapshot(): unknown {
    const saved: Saved = {
      counts: { ...this.counts },
      faults: this.faults.map((fault) => ({ ...fault })),
      buffer: this.#parts.buffer.snapshot(),
      correlations: this.#parts.correlations.snapshot(),
    };
    return structuredClone(saved);
  }

  restore(saved: unknown): void {
    const { counts, faults, buffer, correlations } = saved as Saved;
    Object.assign(this.counts, counts);
    this.#faults.clear();
    for (const fault of faults) this.#faults.set(fault.detection, { ...fault });
    this.#parts.buffer.restore(buffer);
    this.#parts.correlations.restore(correlations);
  }

  /** Places of the rules that hold for the event shown, in order. */
  #matched(): readonly number[] {
    const { rules } = this.#parts;
    let matched: number[] | null = null;
    for (const place of this.#candidates()) {
      const rule = rules[place]!;
      try {
        if (rule.holds()) (matched ??= []).push(place);
      } catch (error) {
        this.#fault(rule.detection, error);
      }
    }
    return matched === null ? [] : matched.sort((a, b) => a - b);
  }

  #candidates(): readonly number[] {
    const { index } = this.#parts;
    if (index === null) return this.#everyRule;
    try {
      return index.candidates();
    } catch {
      // A value beyond the limits: each rule finds out for itself whether it looks there.
      return this.#everyRule;
    }
  }

  #correlate(timeMs: number | null, ordinal: number, entries: Entry[], hits: Hit[]): void {
    const { buffer, correlations } = this.#parts;
    if (timeMs === null) {
      this.counts.untimed++;
      return;
    }
    if (!buffer.accepts(timeMs)) this.counts.late++;
    else if (entries.length > 0) buffer.add({ timeMs, ordinal, entries });
    for (let next = buffer.next(); next !== null; next = buffer.next()) {
      correlations.take(next, hits);
    }
  }

  #timeOf(): number | null {
    try {
      for (const { scalars } of this.#parts.times) {
        for (const scalar of scalars) {
          const moment = momentOf(scalar);
          if (moment !== null) return moment;
        }
      }
    } catch {
      // A time beyond the limits is none.
    }
    return null;
  }

  #guard(detection: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fault(detection, error);
    }
  }

  #fault(detection: number, error: unknown): void {
    const known = this.#faults.get(detection);
    if (known) known.events++;
    else {
      const first = error instanceof Error ? error.message : String(error);
      this.#faults.set(detection, { detection, events: 1, first });
    }
  }
}

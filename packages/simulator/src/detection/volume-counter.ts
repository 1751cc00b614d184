import { Correlator, type CorrelatorPlan } from '@dwell/detection';
import { EntryColumns } from './entry-columns.ts';
import { KeyCounts } from './key-counts.ts';

/** A moment at which a detection holds, for a group. */
export type Held = {
  timeMs: number;
  key: string | number;
  /** The record that it holds at. */
  record: number;
  /** Events in the window. */
  events: number;
  /** Ground truth: is one of them an attack's? */
  attack: boolean;
};

export type VolumeCounterState = {
  chunks: readonly EntryColumns[];
  hot: readonly { key: number; correlator: unknown }[];
};

/**
 * A counting correlation with a lower bound, over very many groups of which hardly any comes near it. A
 * group is only counted, entry by entry, until the entries that could share a window with the newest reach the
 * bound; from then on it has a correlator of its own, which is first told what the group did
 * before. It answers exactly as one correlator for all would.
 *
 * Memory: 30 bytes an entry of one timespan, and 13 to 26 a group.
 */
export class VolumeCounter {
  readonly #plan: CorrelatorPlan;
  readonly #least: number;
  readonly #counts = new KeyCounts();
  readonly #hot = new Map<number, Correlator>();
  #chunks: EntryColumns[] = [];
  #now = new EntryColumns();

  /** `least`: fewer entries than this in a window never hold. */
  constructor(plan: CorrelatorPlan, least: number) {
    this.#plan = plan;
    this.#least = least;
  }

  /** Smallest count that can satisfy the bounds of a counting correlation; null when small counts can. */
  static leastOf({ type, bounds }: CorrelatorPlan): number | null {
    if (type !== 'event_count' && type !== 'value_count') return null;
    const least = bounds.map(({ op, value }) => {
      if (op === 'gte' || op === 'eq') return Math.ceil(value);
      return op === 'gt' ? Math.floor(value) + 1 : 0;
    });
    const most = Math.max(0, ...least);
    return most > 1 ? most : null;
  }

  add(
    member: number,
    timeMs: number,
    key: number,
    value: number,
    mark: number,
    record: number,
  ): void {
    this.#now.add(member, timeMs, key, value, mark, record);
  }

  /** Works through what was added since the last time; tells each moment at which it holds, in order of time. */
  drain(held: (moment: Held) => void): void {
    const now = this.#now;
    if (now.length === 0) return;
    this.#now = new EntryColumns();
    this.#expire(now);
    const slots = this.#count(now);
    const wanted: number[] = [];
    for (let i = 0; i < now.length; i++) if (this.#counts.flag(slots[i]!)) wanted.push(i);
    for (const i of now.inOrder(wanted)) {
      const key = now.keys[i]!;
      const correlator = this.#hot.get(key)!;
      if (feed(correlator, now, i)) {
        const { events, marked } = correlator.window;
        const record = now.records[i]!;
        held({ timeMs: now.times[i]!, key, record, events, attack: marked > 0 });
      }
    }
    this.#keep(now);
  }

  /** Forgets entries that no window of the new ones reaches back to. */
  #expire(now: EntryColumns): void {
    let first = Infinity;
    for (let i = 0; i < now.length; i++) first = Math.min(first, now.times[i]!);
    const until = first - this.#plan.timespanMs;
    const gone = this.#chunks.filter((chunk) => lastTime(chunk) <= until);
    if (gone.length === 0) return;
    this.#chunks = this.#chunks.filter((chunk) => !gone.includes(chunk));
    for (const chunk of gone) {
      for (let i = 0; i < chunk.length; i++) {
        const key = chunk.keys[i]!;
        const slot = this.#counts.slot(key);
        if (this.#counts.remove(slot) > 0 || !this.#counts.flag(slot)) continue;
        this.#counts.setFlag(slot, false);
        this.#hot.delete(key);
      }
    }
  }

  /** Counts the new entries; groups that come to the bound get their correlator. Returns each entry's slot. */
  #count(now: EntryColumns): Uint32Array {
    const counts = this.#counts;
    counts.reserve(now.length);
    const slots = new Uint32Array(now.length);
    const risen = new Set<number>();
    for (let i = 0; i < now.length; i++) {
      const slot = counts.slot(now.keys[i]!);
      slots[i] = slot;
      if (counts.add(slot) < this.#least || counts.flag(slot)) continue;
      counts.setFlag(slot, true);
      risen.add(now.keys[i]!);
    }
    if (risen.size > 0) this.#tellPast(risen);
    return slots;
  }

  #tellPast(risen: ReadonlySet<number>): void {
    for (const key of risen) this.#hot.set(key, new Correlator(this.#plan));
    for (const chunk of this.#chunks) {
      const places: number[] = [];
      for (let i = 0; i < chunk.length; i++) if (risen.has(chunk.keys[i]!)) places.push(i);
      for (const i of chunk.inOrder(places)) feed(this.#hot.get(chunk.keys[i]!)!, chunk, i);
    }
  }

  /** Short spans are kept together, so that there are never many chunks. */
  #keep(now: EntryColumns): void {
    const last = this.#chunks.at(-1);
    const short = last && lastTime(last) - last.times[0]! < this.#plan.timespanMs / 16;
    if (!short) {
      this.#chunks.push(now.packed());
      return;
    }
    for (let i = 0; i < now.length; i++) {
      last.add(
        now.members[i]!,
        now.times[i]!,
        now.keys[i]!,
        now.values[i]!,
        now.marks[i]!,
        now.records[i]!,
      );
    }
  }

  snapshot(): VolumeCounterState {
    return {
      chunks: this.#chunks.map((chunk) => chunk.packed()),
      hot: [...this.#hot].map(([key, correlator]) => ({ key, correlator: correlator.snapshot() })),
    };
  }

  restore(saved: VolumeCounterState): void {
    const { chunks, hot } = saved;
    this.#now = new EntryColumns();
    this.#chunks = chunks.map((chunk) => Object.assign(new EntryColumns(), chunk).packed());
    this.#hot.clear();
    this.#counts.clear();
    for (const chunk of this.#chunks) {
      this.#counts.reserve(chunk.length);
      for (let i = 0; i < chunk.length; i++) this.#counts.add(this.#counts.slot(chunk.keys[i]!));
    }
    for (const { key, correlator } of hot) {
      const own = new Correlator(this.#plan);
      own.restore(correlator);
      this.#hot.set(key, own);
      this.#counts.setFlag(this.#counts.slot(key), true);
    }
  }
}

function feed(
  correlator: Correlator,
  { members, times, keys, values, marks }: EntryColumns,
  i: number,
): boolean {
  const value = values[i]!;
  return correlator.feed(
    members[i]!,
    times[i]!,
    keys[i]!,
    Number.isNaN(value) ? null : value,
    marks[i]!,
  );
}

function lastTime({ times, length }: EntryColumns): number {
  let last = -Infinity;
  for (let i = 0; i < length; i++) last = Math.max(last, times[i]!);
  return last;
}

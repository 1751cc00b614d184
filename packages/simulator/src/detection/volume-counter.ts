import { Correlator, type CorrelatorPlan } from '@dwell/detection';
import { EntryColumns } from './entry-columns.ts';
import { KeyChains } from './key-chains.ts';

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

/** A group whose chain is longer than this, for each entry it lacks, is not looked through again and again. */
const STEPS_PER_MISSING = 8;

/**
 * A counting correlation with a lower bound, over very many groups of which hardly any comes near it. The
 * entries of a group are only chained together, and looked through when as many have come as it lacked
 * the last time; once those that could share a window with the newest reach the bound it has a
 * correlator of its own, which is first told what the group did before. It answers exactly as one
 * correlator for all would.
 *
 * Memory: 34 bytes an entry of one timespan, and 40 to 80 a group.
 */
export class VolumeCounter {
  readonly #plan: CorrelatorPlan;
  readonly #least: number;
  readonly #chains: KeyChains;
  readonly #hot = new Map<number, Correlator>();
  readonly #distinct = new Set<number>();
  readonly #now = new EntryColumns();
  #chunks: EntryColumns[] = [];
  /** Numbers of the oldest entry kept, and of the next to come. */
  #oldest = 0;
  #next = 0;

  /** `least`: fewer entries (or different values) than this in a window never hold. */
  constructor(plan: CorrelatorPlan, least: number) {
    this.#plan = plan;
    this.#least = least;
    this.#chains = new KeyChains(least);
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
    now.base = this.#next;
    this.#next += now.length;
    this.#expire(now);
    const wanted = this.#count(now);
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
    now.clear();
  }

  /** Forgets entries that no window of the new ones reaches back to. */
  #expire(now: EntryColumns): void {
    const until = now.firstMs - this.#plan.timespanMs;
    const kept = this.#chunks.findIndex((chunk) => chunk.lastMs > until);
    const gone = kept < 0 ? this.#chunks.length : kept;
    this.#chunks.splice(0, gone);
    this.#oldest = this.#chunks[0]?.base ?? now.base;
    if (gone === 0) return;
    for (const key of this.#hot.keys()) {
      const slot = this.#chains.slot(key);
      if (this.#chains.newest(slot) >= this.#oldest) continue;
      this.#chains.setWait(slot, this.#least);
      this.#hot.delete(key);
    }
  }

  /** Chains the new entries; groups that come to the bound get their correlator. Returns the places of entries that one waits for. */
  #count(now: EntryColumns): number[] {
    const [chains, oldest] = [this.#chains, this.#oldest];
    chains.reserve(now.length, oldest);
    const wanted: number[] = [];
    for (let i = 0; i < now.length; i++) {
      const slot = chains.slot(now.keys[i]!);
      now.backs[i] = chains.append(slot, now.base + i, oldest);
      const left = chains.wait(slot);
      if (left > 0) continue;
      const missing = left < 0 ? 0 : this.#missing(now, i);
      chains.setWait(slot, missing);
      if (left < 0) wanted.push(i);
      else if (missing === 0) this.#rise(now, i, wanted);
    }
    return wanted;
  }

  /** How many more entries a group needs at least to come to the bound; 0 as well where looking is not worth it. */
  #missing(now: EntryColumns, newest: number): number {
    const distinct = this.#plan.type === 'value_count' ? this.#distinct : null;
    let seen = 0;
    let missing = this.#least;
    distinct?.clear();
    this.#walk(now, newest, ({ values }, place) => {
      seen++;
      distinct?.add(values[place]!);
      missing = this.#least - (distinct?.size ?? seen);
      return seen <= missing * STEPS_PER_MISSING;
    });
    return seen <= missing * STEPS_PER_MISSING ? missing : 0;
  }

  /** Gives a group its correlator, and tells it the past; entries of now are wanted like others. */
  #rise(now: EntryColumns, newest: number, wanted: number[]): void {
    const past: { chunk: EntryColumns; places: number[] }[] = [];
    this.#walk(now, newest, (chunk, place) => {
      if (chunk === now) wanted.push(place);
      else if (past.at(-1)?.chunk === chunk) past.at(-1)!.places.push(place);
      else past.push({ chunk, places: [place] });
      return true;
    });
    const correlator = new Correlator(this.#plan);
    for (const { chunk, places } of past.reverse()) {
      for (const i of chunk.inOrder(places)) feed(correlator, chunk, i);
    }
    this.#hot.set(now.keys[newest]!, correlator);
  }

  /** Goes through the entries of a group from one of now backwards, until told to stop. */
  #walk(
    now: EntryColumns,
    newest: number,
    see: (chunk: EntryColumns, place: number) => boolean,
  ): void {
    let chunk = now;
    let before = this.#chunks.length;
    for (let entry = now.base + newest; ;) {
      const place = entry - chunk.base;
      const back = chunk.backs[place]!;
      if (!see(chunk, place) || back === 0 || entry - back < this.#oldest) return;
      entry -= back;
      while (entry < chunk.base) chunk = this.#chunks[--before]!;
    }
  }

  /** Short spans are kept together, so that there are never many chunks. */
  #keep(now: EntryColumns): void {
    const last = this.#chunks.at(-1);
    const short = last && last.lastMs - last.times[0]! < this.#plan.timespanMs / 16;
    if (short) last.append(now);
    else this.#chunks.push(now.packed());
  }

  snapshot(): VolumeCounterState {
    return {
      chunks: this.#chunks.map((chunk) => chunk.packed()),
      hot: [...this.#hot].map(([key, correlator]) => ({ key, correlator: correlator.snapshot() })),
    };
  }

  restore(saved: VolumeCounterState): void {
    this.#now.clear();
    this.#hot.clear();
    this.#chains.clear();
    this.#oldest = 0;
    this.#next = 0;
    this.#chunks = saved.chunks.map((chunk) => this.#chained(chunk));
    for (const { key, correlator } of saved.hot) {
      const own = new Correlator(this.#plan);
      own.restore(correlator);
      this.#hot.set(key, own);
      this.#chains.setWait(this.#chains.slot(key), 0);
    }
  }

  /** A saved chunk, its entries chained anew; groups with enough of them to be near the bound are looked at when the next one comes. */
  #chained(saved: EntryColumns): EntryColumns {
    const chains = this.#chains;
    const { members, times, keys, values, marks, records } = saved;
    const chunk = new EntryColumns(saved.length);
    chunk.base = this.#next;
    chains.reserve(saved.length, this.#oldest);
    for (let i = 0; i < saved.length; i++) {
      const slot = chains.slot(keys[i]!);
      chunk.add(members[i]!, times[i]!, keys[i]!, values[i]!, marks[i]!, records[i]!);
      chunk.backs[i] = chains.append(slot, this.#next++, this.#oldest);
      if (chains.wait(slot) === 0) chains.setWait(slot, 1);
    }
    return chunk;
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

import type { Bound, CorrelationType, LinkedCorrelation } from '../ir/detection.ts';
import {
  addEntry,
  dropEntry,
  expireEntries,
  type Group,
  measure,
  openGroup,
} from './group-window.ts';

export type CorrelatorPlan = Pick<LinkedCorrelation, 'type' | 'timespanMs' | 'bounds'> & {
  members: number;
};

/** What to keep at most. What goes is counted in `lost`. */
export type CorrelatorLimits = {
  /** Groups; the one unseen longest goes first (default 100 000). */
  groupsMax?: number;
  /**
   * Entries of a group's window; the oldest go first (default 100 000). At least one more than the
   * greatest bound of an event_count or value_count, so that no bound is out of reach.
   */
  entriesMax?: number;
  /** Entries of all groups together; the group unseen longest goes first (default 16 000 000). */
  entriesTotalMax?: number;
};

/** What the limits took: groups, and entries of groups that stayed. */
export type Lost = { groups: number; entries: number };

type SavedGroup = {
  key: string | number;
  lastMs: number;
  /** `[time, mark, value]`, oldest first. */
  entries: [number, number, number][];
  /** value_count: `[value, when last there]`; temporal types: a time per member, or null. */
  extra: unknown;
};
type Saved = { groups: SavedGroup[]; lost: Lost };

/**
 * A correlation over a stream of events in order of time, as ir/detection.ts says: per group a window
 * `(t − timespan, t]`, looked at each time an event comes.
 *
 * Memory is bounded: an entry takes 9 bytes (18 at worst, 17 and 34 with numbers), a group some hundred
 * besides, a different value of value_count about hundred and its text. Groups with nothing in their window
 * are forgotten. When a group loses its oldest entries to `entriesMax`, temporal types and event_count
 * still answer rightly, value_count while there are fewer different values than that; value_sum, _avg,
 * _percentile and _median then speak of the newest entries only.
 */
export class Correlator {
  readonly lost: Lost = { groups: 0, entries: 0 };
  readonly #type: CorrelationType;
  readonly #members: number;
  readonly #timespanMs: number;
  readonly #wantsValue: boolean;
  readonly #bounds: readonly Bound[];
  readonly #groupsMax: number;
  readonly #entriesMax: number;
  readonly #totalMax: number;
  readonly #groups = new Map<string | number, Group>();
  #oldest: Group | null = null;
  #newest: Group | null = null;
  #entries = 0;

  constructor(plan: CorrelatorPlan, limits: CorrelatorLimits = {}) {
    this.#type = plan.type;
    this.#members = plan.members;
    this.#timespanMs = plan.timespanMs;
    this.#wantsValue = plan.type.startsWith('value_');
    this.#bounds = boundsOf(plan);
    const counts = plan.type === 'event_count' || plan.type === 'value_count';
    const needed = counts
      ? Math.max(0, ...plan.bounds.map(({ value }) => Math.ceil(value) + 1))
      : 0;
    this.#groupsMax = Math.max(1, limits.groupsMax ?? 100_000);
    this.#entriesMax = Math.max(1, needed, limits.entriesMax ?? 100_000);
    this.#totalMax = Math.max(this.#entriesMax, limits.entriesTotalMax ?? 16_000_000);
  }

  /**
   * Takes in an event and tells whether the correlation holds at it. Events must come in order of time;
   * an event of several members is fed for each, the last member first, and the last answer is the event's.
   *
   * @param member its rule's place in `rules`
   * @param timeMs epoch milliseconds
   * @param key the group
   * @param value of value_*: folded text for value_count, else a number; null: it has none and is not looked at
   * @param mark 0 or 1, carried along for the caller
   */
  feed(
    member: number,
    timeMs: number,
    key: string | number,
    value: string | number | null,
    mark: number,
  ): boolean {
    if (value === null && this.#wantsValue) return false;
    const limitMs = timeMs - this.#timespanMs;
    this.#forgetIdle(limitMs);
    const group = this.#touch(key);
    group.lastMs = timeMs;
    this.#entries += 1 - expireEntries(group, limitMs);
    addEntry(group, member, timeMs, value, mark);
    if (group.ring.size > this.#entriesMax || this.#entries > this.#totalMax) this.#shed(group);
    const measured = measure(group, this.#type, member, value, limitMs);
    for (const bound of this.#bounds) if (!within(bound, measured)) return false;
    return true;
  }

  /** Of the group last fed: events of its window, the marked ones among them, and when the first was. */
  get window(): { events: number; marked: number; firstMs: number } {
    const ring = this.#newest?.ring;
    if (ring === undefined) return { events: 0, marked: 0, firstMs: Number.NaN };
    return { events: ring.size, marked: ring.marked, firstMs: ring.firstMs };
  }

  /** Groups and entries held now. */
  get held(): { groups: number; entries: number } {
    return { groups: this.#groups.size, entries: this.#entries };
  }

  /** Everything it knows, as JSON. */
  snapshot(): unknown {
    const groups: SavedGroup[] = [];
    for (let group = this.#oldest; group !== null; group = group.newer) groups.push(save(group));
    return { groups, lost: { ...this.lost } } satisfies Saved;
  }

  /** Goes on from a snapshot of a correlator with the same plan. */
  restore(saved: unknown): void {
    const { groups, lost } = saved as Saved;
    this.#groups.clear();
    this.#oldest = null;
    this.#newest = null;
    this.#entries = 0;
    Object.assign(this.lost, lost);
    for (const one of groups) {
      const group = this.#touch(one.key);
      load(group, one);
      this.#entries += group.ring.size;
    }
  }

  /** The group, from now on the newest; made when there is none. */
  #touch(key: string | number): Group {
    let group = this.#groups.get(key);
    if (group === undefined) {
      if (this.#groups.size >= this.#groupsMax) {
        this.lost.groups++;
        this.#forget(this.#oldest!);
      }
      group = openGroup(key, this.#type, this.#members);
      this.#groups.set(key, group);
    } else {
      if (group === this.#newest) return group;
      this.#unlink(group);
    }
    group.older = this.#newest;
    group.newer = null;
    if (this.#newest === null) this.#oldest = group;
    else this.#newest.newer = group;
    this.#newest = group;
    return group;
  }

  #forgetIdle(limitMs: number): void {
    while (this.#oldest !== null && this.#oldest.lastMs <= limitMs) this.#forget(this.#oldest);
  }

  #forget(group: Group): void {
    this.#unlink(group);
    this.#groups.delete(group.key);
    this.#entries -= group.ring.size;
  }

  #unlink(group: Group): void {
    if (group.older === null) this.#oldest = group.newer;
    else group.older.newer = group.newer;
    if (group.newer === null) this.#newest = group.older;
    else group.newer.older = group.older;
  }

  /** Keeps to the limits after an entry joined the group, which is the newest. */
  #shed(group: Group): void {
    while (group.ring.size > this.#entriesMax) {
      dropEntry(group);
      this.#entries--;
      this.lost.entries++;
    }
    const { extra } = group;
    if (extra.kind === 'distinct') {
      while (extra.values.size > this.#entriesMax) extra.values.dropOldest();
    }
    while (this.#entries > this.#totalMax && this.#oldest !== group) {
      this.lost.groups++;
      this.#forget(this.#oldest!);
    }
  }
}

function boundsOf({ type, bounds, members }: CorrelatorPlan): readonly Bound[] {
  if (type === 'temporal_ordered') return [{ op: 'eq', value: 1 }];
  if (type === 'temporal' && bounds.length === 0) return [{ op: 'gte', value: members }];
  return bounds;
}

function within({ op, value }: Bound, measured: number): boolean {
  switch (op) {
    case 'lt':
      return measured < value;
    case 'lte':
      return measured <= value;
    case 'gt':
      return measured > value;
    case 'gte':
      return measured >= value;
    case 'eq':
      return measured === value;
    case 'neq':
      return measured !== value;
  }
}

function save(group: Group): SavedGroup {
  const { key, lastMs, ring, extra } = group;
  const finite = (times: readonly number[]) =>
    times.map((time) => (Number.isFinite(time) ? time : null));
  const saved =
    extra.kind === 'distinct'
      ? [...extra.values.entries()]
      : extra.kind === 'members'
        ? finite(extra.lastMs)
        : extra.kind === 'runs'
          ? finite(extra.startMs)
          : null;
  return { key, lastMs, entries: [...ring.entries()], extra: saved };
}

function load(group: Group, saved: SavedGroup): void {
  const { ring, extra } = group;
  group.lastMs = saved.lastMs;
  for (const [timeMs, mark, value] of saved.entries) {
    ring.push(timeMs, value, mark);
    if (extra.kind === 'sum') extra.sum.add(value);
    else if (extra.kind === 'sorted') extra.values.add(value);
  }
  const times = () => (saved.extra as (number | null)[]).map((time) => time ?? -Infinity);
  if (extra.kind === 'distinct') {
    for (const [value, timeMs] of saved.extra as [string | number, number][]) {
      extra.values.add(value, timeMs);
    }
  } else if (extra.kind === 'members') extra.lastMs = times();
  else if (extra.kind === 'runs') extra.startMs = times();
}

import type { Bound, CorrelationType, LinkedCorrelation } from '../ir/detection.ts';
import { EntryLog } from './entry-log.ts';
import { KeyMap } from './key-map.ts';
import {
  addTo,
  type Extra,
  hasNumbers,
  loadExtra,
  measure,
  openExtra,
  removeFrom,
  saveExtra,
} from './window-extra.ts';

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

type Saved = {
  /** Key and extra of each group. */
  groups: [string | number, unknown][];
  /** `[place in groups, time, mark, number]` in order. */
  entries: [number, number, number, number][];
  lost: Lost;
};

/**
 * A correlation over a stream of events in order of time, as ir/detection.ts says: per group a window
 * `(t − timespan, t]`, looked at each time an event comes.
 *
 * Memory is bounded: an entry takes 17 bytes (34 at worst; 25 and 50 with numbers), a group some hundred
 * besides, a different value of value_count about hundred and its text. Groups with nothing in their
 * window are forgotten. When a group loses its oldest entries to `entriesMax`, temporal types and
 * event_count still answer rightly, value_count while there are not more different values than that;
 * value_sum, _avg, _percentile and _median then speak of the newest entries only.
 */
export class Correlator {
  readonly lost: Lost = { groups: 0, entries: 0 };
  readonly #type: CorrelationType;
  readonly #members: number;
  readonly #timespanMs: number;
  readonly #wantsValue: boolean;
  readonly #hasNumbers: boolean;
  readonly #bounds: readonly Bound[];
  readonly #groupsMax: number;
  readonly #entriesMax: number;
  readonly #totalMax: number;
  #groups = new KeyMap();
  #log: EntryLog;
  /** Per group. */
  #keys: (string | number)[] = [];
  #extras: (Extra | null)[] = [];
  #current = -1;

  constructor(plan: CorrelatorPlan, limits: CorrelatorLimits = {}) {
    this.#type = plan.type;
    this.#members = plan.members;
    this.#timespanMs = plan.timespanMs;
    this.#wantsValue = plan.type.startsWith('value_');
    this.#hasNumbers = hasNumbers(plan.type);
    this.#log = new EntryLog(this.#hasNumbers);
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
   * Takes in an event and tells whether the correlation holds at it. Events must come in order of time.
   * An event of several rules is fed for each of them, the last rule first, and looked at when all of it
   * is in: the last answer counts, but for temporal_ordered the one for the last rule.
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
    const log = this.#log;
    if (log.frontMs <= limitMs) this.#expire(limitMs);
    let group = this.#groups.get(key);
    if (group < 0) group = this.#open(key);
    this.#current = group;
    const extra = this.#extras[group]!;
    log.push(group, timeMs, this.#hasNumbers ? (value as number) : 0, mark);
    if (extra !== null) addTo(extra, member, timeMs, value);
    if (log.size(group) > this.#entriesMax) this.#shorten(group);
    if (log.live > this.#totalMax) this.#makeRoom();
    const events = log.size(group);
    const measured =
      extra === null ? events : measure(extra, this.#type, member, value, events, limitMs);
    for (const bound of this.#bounds) if (!within(bound, measured)) return false;
    return true;
  }

  /** Of the group last fed: events of its window, the marked ones among them, and when the first was. */
  get window(): { events: number; marked: number; firstMs: number } {
    const group = this.#current;
    if (group < 0) return { events: 0, marked: 0, firstMs: Number.NaN };
    const log = this.#log;
    return { events: log.size(group), marked: log.marked(group), firstMs: log.firstMs(group) };
  }

  /** Groups and entries held now. */
  get held(): { groups: number; entries: number } {
    return { groups: this.#groups.size, entries: this.#log.live };
  }

  /** Everything it knows, as JSON. */
  snapshot(): unknown {
    const places = new Map<number, number>();
    const groups: [string | number, unknown][] = [];
    const entries: Saved['entries'] = [];
    for (const [group, ...rest] of this.#log.entries()) {
      let place = places.get(group);
      if (place === undefined) {
        place = groups.length;
        places.set(group, place);
        groups.push([this.#keys[group]!, saveExtra(this.#extras[group]!)]);
      }
      entries.push([place, ...rest]);
    }
    return { groups, entries, lost: { ...this.lost } } satisfies Saved;
  }

  /** Goes on from a snapshot of a correlator with the same plan and limits. */
  restore(saved: unknown): void {
    const { groups, entries, lost } = saved as Saved;
    Object.assign(this.lost, lost);
    this.#groups = new KeyMap();
    this.#log = new EntryLog(this.#hasNumbers);
    this.#current = -1;
    this.#keys = [];
    this.#extras = [];
    const opened = groups.map(([key, extra]) => {
      const group = this.#add(key);
      loadExtra(this.#extras[group]!, extra);
      return group;
    });
    for (const [place, timeMs, mark, value] of entries) {
      const group = opened[place]!;
      this.#log.push(group, timeMs, value, mark);
      if (this.#hasNumbers) addTo(this.#extras[group]!, 0, timeMs, value);
    }
  }

  #open(key: string | number): number {
    if (this.#groups.size >= this.#groupsMax) this.#dropUnseen();
    return this.#add(key);
  }

  #add(key: string | number): number {
    const group = this.#log.open();
    this.#groups.set(key, group);
    this.#keys[group] = key;
    this.#extras[group] = openExtra(this.#type, this.#members);
    return group;
  }

  #expire(limitMs: number): void {
    const log = this.#log;
    while (log.frontMs <= limitMs) {
      const value = log.frontValue;
      const group = log.shift();
      if (group < 0) continue;
      if (log.size(group) === 0) this.#forget(group);
      else if (this.#hasNumbers) removeFrom(this.#extras[group]!, value);
    }
  }

  #forget(group: number): void {
    this.#groups.delete(this.#keys[group]!);
    this.#keys[group] = '';
    this.#extras[group] = null;
    if (this.#current === group) this.#current = -1;
  }

  #dropUnseen(): void {
    const group = this.#log.unseenLongest;
    this.#log.drop(group);
    this.#forget(group);
    this.lost.groups++;
  }

  /** Keeps the group to `entriesMax`. */
  #shorten(group: number): void {
    const extra = this.#extras[group]!;
    while (this.#log.size(group) > this.#entriesMax) {
      const value = this.#log.shiftOf(group);
      if (this.#hasNumbers) removeFrom(extra, value);
      this.lost.entries++;
    }
    if (extra?.kind !== 'distinct') return;
    while (extra.values.size > this.#entriesMax) extra.values.dropOldest();
  }

  #makeRoom(): void {
    while (this.#log.live > this.#totalMax) this.#dropUnseen();
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

import { numberIn, type Scalar, textsOf } from './event.ts';
import { compare } from './field-test.ts';
import { type Plain } from './documents.ts';

/** Something that a correlation looks at: an event that a rule matched, or a moment that another held at. */
export type Occurrence = {
  /** Place of the event in the input. */
  at: number;
  /** Place in the order of time, then arrival. */
  rank: number;
  timeMs: number;
  read: (field: string) => readonly Scalar[];
};

/** A moment at which a correlation holds, and the group it holds for: texts in the order of group-by. */
export type Hold = { at: number; rank: number; timeMs: number; group: readonly string[] };

/** An occurrence of a member, in its group, with the value that counts. */
type Entry = Occurrence & { member: number; group: readonly string[]; value: string | number };

const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * The moments at which a correlation holds, by looking at every window of every group from scratch. An
 * event that several rules match counts for each of them, and is looked at once all of that is in.
 */
export function holdsOf(
  correlation: Plain,
  names: readonly (readonly unknown[])[],
  occurrences: readonly (readonly Occurrence[])[],
): Hold[] {
  const text = String(correlation['timespan']);
  const spanMs = Number(text.slice(0, -1)) * UNITS[text.slice(-1)]!;
  const entries = entriesOf(correlation, names, occurrences);
  const holds: Hold[] = [];
  for (const [place, now] of entries.entries()) {
    const sameEvent = (entry: Entry) => entry.rank === now.rank && sameGroup(entry, now);
    if (entries.findIndex(sameEvent) < place) continue;
    const window = entries.filter(
      (entry) =>
        sameGroup(entry, now) && entry.rank <= now.rank && entry.timeMs > now.timeMs - spanMs,
    );
    if (!holdsAt(correlation, names.length, window, now)) continue;
    holds.push({ at: now.at, rank: now.rank, timeMs: now.timeMs, group: now.group });
  }
  return holds;
}

function sameGroup(a: { group: readonly string[] }, b: { group: readonly string[] }): boolean {
  return JSON.stringify(a.group) === JSON.stringify(b.group);
}

function entriesOf(
  correlation: Plain,
  names: readonly (readonly unknown[])[],
  occurrences: readonly (readonly Occurrence[])[],
): Entry[] {
  const groupBy = [correlation['group-by'] ?? []].flat() as string[];
  const aliases = (correlation['aliases'] ?? {}) as Record<string, Plain>;
  const condition = (correlation['condition'] ?? {}) as Plain;
  const type = String(correlation['type']);
  const entries = occurrences.flatMap((found, member) => {
    const field = (name: string) => {
      const alias = Object.hasOwn(aliases, name) ? aliases[name]! : {};
      const reference = Object.keys(alias).find((key) => names[member]!.includes(key));
      return reference === undefined ? name : String(alias[reference]);
    };
    return found.flatMap((occurrence): Entry[] => {
      const group = groupBy.map((name) => textsOf(occurrence.read(field(name)))[0]);
      const value = valueOf(type, occurrence, field(String(condition['field'])));
      if (value === null || group.includes(undefined)) return [];
      return [{ ...occurrence, member, group: group as string[], value }];
    });
  });
  return entries.sort((a, b) => a.rank - b.rank || a.member - b.member);
}

function valueOf(type: string, occurrence: Occurrence, field: string): string | number | null {
  if (!type.startsWith('value_')) return 0;
  const values = occurrence.read(field);
  if (type === 'value_count') return textsOf(values)[0]?.toLowerCase() ?? null;
  return values.map(numberIn).find((number) => number !== null) ?? null;
}

function holdsAt(
  correlation: Plain,
  members: number,
  window: readonly Entry[],
  now: Entry,
): boolean {
  const type = String(correlation['type']);
  if (type === 'temporal_ordered') {
    const ends = window.filter((entry) => entry.rank === now.rank && entry.member === members - 1);
    return ends.some((end) => inOrder(members - 1, end, window));
  }
  const measure = measureOf(type, window, now);
  const { field: _, ...bounds } = (correlation['condition'] ?? {}) as Plain;
  if (type === 'temporal' && Object.keys(bounds).length === 0) return measure === members;
  return Object.entries(bounds).every(([op, bound]) => compare(op, measure, Number(bound)));
}

/** Whether an event of each earlier rule stands before the one of the next rule. */
function inOrder(member: number, last: Entry, window: readonly Entry[]): boolean {
  if (member === 0) return true;
  return window.some(
    (entry) =>
      entry.member === member - 1 && entry.rank < last.rank && inOrder(member - 1, entry, window),
  );
}

function measureOf(type: string, window: readonly Entry[], now: Entry): number {
  const values = window.map((entry) => Number(entry.value));
  switch (type) {
    case 'event_count':
      return window.length;
    case 'value_count':
      return new Set(window.map((entry) => entry.value)).size;
    case 'temporal':
      return new Set(window.map((entry) => entry.member)).size;
    case 'value_sum':
      return exactSum(values);
    case 'value_avg':
      return exactSum(values) / values.length;
    case 'value_median':
      return median(values.sort((a, b) => a - b));
    case 'value_percentile': {
      if (window.length === 1) return 0;
      const below = values.filter((value) => value < Number(now.value)).length;
      return (below * 100) / (window.length - 1);
    }
    default:
      throw new Error(`no such correlation: ${type}`);
  }
}

/** Whole parts exactly, fractions to six decimal places, so that 0.1 and 0.2 are 0.3; at most 1e30. */
function exactSum(values: readonly number[]): number {
  const wholes = values.map((value) => Math.max(-1e30, Math.min(1e30, Math.floor(value))));
  const parts = values.map((value) => Math.round((value - Math.floor(value)) * 1e6));
  const whole = wholes.reduce((total, value) => total + BigInt(value), 0n);
  return Number(whole) + parts.reduce((total, value) => total + value, 0) / 1e6;
}

/** The middle value, or the mean of the two in the middle. */
function median(sorted: readonly number[]): number {
  const last = sorted.length - 1;
  return (sorted[Math.floor(last / 2)]! + sorted[Math.ceil(last / 2)]!) / 2;
}

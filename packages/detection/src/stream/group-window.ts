import type { CorrelationType } from '../ir/detection.ts';
import { DistinctValues } from './distinct-values.ts';
import { ExactSum } from './exact-sum.ts';
import { Ring } from './ring.ts';
import { SortedValues } from './sorted-values.ts';

/** What a group's window has besides its entries, by the type of the correlation. */
export type Extra =
  | { kind: 'none' }
  | { kind: 'distinct'; values: DistinctValues }
  | { kind: 'sum'; sum: ExactSum }
  | { kind: 'sorted'; values: SortedValues }
  /** Per member: when it last had an event. */
  | { kind: 'members'; lastMs: number[] }
  /** Per member: the latest start of a run of members that ends with an event of it. */
  | { kind: 'runs'; startMs: number[] };

/** One group: its window, and its neighbours in the order in which groups were last seen. */
export type Group = {
  key: string | number;
  lastMs: number;
  ring: Ring;
  extra: Extra;
  older: Group | null;
  newer: Group | null;
};

export function openGroup(key: string | number, type: CorrelationType, members: number): Group {
  const extra = extraOf(type, members);
  const withValues = extra.kind === 'sum' || extra.kind === 'sorted';
  return { key, lastMs: -Infinity, ring: new Ring(withValues), extra, older: null, newer: null };
}

function extraOf(type: CorrelationType, members: number): Extra {
  switch (type) {
    case 'event_count':
      return { kind: 'none' };
    case 'value_count':
      return { kind: 'distinct', values: new DistinctValues() };
    case 'value_sum':
    case 'value_avg':
      return { kind: 'sum', sum: new ExactSum() };
    case 'value_percentile':
    case 'value_median':
      return { kind: 'sorted', values: new SortedValues() };
    case 'temporal':
      return { kind: 'members', lastMs: Array<number>(members).fill(-Infinity) };
    case 'temporal_ordered':
      return { kind: 'runs', startMs: Array<number>(members).fill(-Infinity) };
  }
}

/** Takes in an event. */
export function addEntry(
  group: Group,
  member: number,
  timeMs: number,
  value: string | number | null,
  mark: number,
): void {
  const { ring, extra } = group;
  switch (extra.kind) {
    case 'none':
      break;
    case 'distinct':
      extra.values.add(value!, timeMs);
      break;
    case 'sum':
      extra.sum.add(value as number);
      break;
    case 'sorted':
      extra.values.add(value as number);
      break;
    case 'members':
      extra.lastMs[member] = timeMs;
      break;
    case 'runs':
      // The latest start of the member before is later than any of this member's so far.
      if (member === 0) extra.startMs[0] = timeMs;
      else extra.startMs[member] = extra.startMs[member - 1]!;
      break;
  }
  ring.push(timeMs, ring.withValues ? (value as number) : 0, mark);
}

/** Drops the oldest entry. */
export function dropEntry(group: Group): void {
  const { ring, extra } = group;
  if (extra.kind === 'sum') extra.sum.remove(ring.firstValue);
  else if (extra.kind === 'sorted') extra.values.remove(ring.firstValue);
  ring.shift();
}

/** Drops entries at `limitMs` or before; gives how many. */
export function expireEntries(group: Group, limitMs: number): number {
  const before = group.ring.size;
  while (group.ring.firstMs <= limitMs) dropEntry(group);
  if (group.extra.kind === 'distinct') group.extra.values.expire(limitMs);
  return before - group.ring.size;
}

/**
 * The number that the bounds are about, right after an event of `member` with `value` came in.
 * temporal_ordered: 1 when the run is complete, else 0.
 */
export function measure(
  group: Group,
  type: CorrelationType,
  member: number,
  value: string | number | null,
  limitMs: number,
): number {
  const { ring, extra } = group;
  switch (extra.kind) {
    case 'none':
      return ring.size;
    case 'distinct':
      return extra.values.size;
    case 'sum':
      return type === 'value_sum' ? extra.sum.total : extra.sum.total / ring.size;
    case 'sorted': {
      const others = ring.size - 1;
      if (type === 'value_median') return extra.values.median;
      return others === 0 ? 0 : (extra.values.below(value as number) * 100) / others;
    }
    case 'members': {
      let seen = 0;
      for (const lastMs of extra.lastMs) if (lastMs > limitMs) seen++;
      return seen;
    }
    case 'runs':
      return member === extra.startMs.length - 1 && extra.startMs[member]! > limitMs ? 1 : 0;
  }
}

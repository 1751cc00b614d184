import type { CorrelationType } from '../ir/detection.ts';
import { DistinctValues } from './distinct-values.ts';
import { ExactSum } from './exact-sum.ts';
import { SortedValues } from './sorted-values.ts';

/** What a group's window has besides its entries, by the type of the correlation. */
export type Extra =
  | { kind: 'distinct'; values: DistinctValues }
  | { kind: 'sum'; sum: ExactSum }
  | { kind: 'sorted'; values: SortedValues }
  /** Per member: when it last had an event. */
  | { kind: 'members'; lastMs: number[] }
  /** Per member: the latest start of a run of members that ends with an event of it. */
  | { kind: 'runs'; startMs: number[] };

/** Null for event_count, which needs nothing. */
export function openExtra(type: CorrelationType, members: number): Extra | null {
  switch (type) {
    case 'event_count':
      return null;
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

/** Whether entries carry numbers. */
export function hasNumbers(type: CorrelationType): boolean {
  return type.startsWith('value_') && type !== 'value_count';
}

/** Takes in an event. */
export function addTo(
  extra: Extra,
  member: number,
  timeMs: number,
  value: string | number | null,
): void {
  switch (extra.kind) {
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
      // The latest start of the member before is not earlier than any of this member's so far.
      extra.startMs[member] = member === 0 ? timeMs : extra.startMs[member - 1]!;
      break;
  }
}

/** Takes the number of an entry out that leaves the window. */
export function removeFrom(extra: Extra, value: number): void {
  if (extra.kind === 'sum') extra.sum.remove(value);
  else if (extra.kind === 'sorted') extra.values.remove(value);
}

/**
 * The number that the bounds are about, right after an event of `member` with `value` came in.
 *
 * @param events entries of the window
 * @param limitMs the window begins after this
 * @returns for temporal_ordered 1 when the run is complete, else 0
 */
export function measure(
  extra: Extra,
  type: CorrelationType,
  member: number,
  value: string | number | null,
  events: number,
  limitMs: number,
): number {
  switch (extra.kind) {
    case 'distinct':
      extra.values.expire(limitMs);
      return extra.values.size;
    case 'sum':
      return type === 'value_sum' ? extra.sum.total : extra.sum.total / events;
    case 'sorted':
      if (type === 'value_median') return extra.values.median;
      return events === 1 ? 0 : (extra.values.below(value as number) * 100) / (events - 1);
    case 'members': {
      let seen = 0;
      for (const lastMs of extra.lastMs) if (lastMs > limitMs) seen++;
      return seen;
    }
    case 'runs':
      return member === extra.startMs.length - 1 && extra.startMs[member]! > limitMs ? 1 : 0;
  }
}

/** As JSON what entries alone do not tell. */
export function saveExtra(extra: Extra | null): unknown {
  const finite = (times: readonly number[]) =>
    times.map((time) => (Number.isFinite(time) ? time : null));
  switch (extra?.kind) {
    case 'distinct':
      return [...extra.values.entries()];
    case 'members':
      return finite(extra.lastMs);
    case 'runs':
      return finite(extra.startMs);
    default:
      return null;
  }
}

/** What `saveExtra` gave, into an extra just opened. Sums and orders come from the entries, by `addTo`. */
export function loadExtra(extra: Extra | null, saved: unknown): void {
  const times = () => (saved as (number | null)[]).map((time) => time ?? -Infinity);
  if (extra?.kind === 'distinct') {
    for (const [value, timeMs] of saved as [string | number, number][]) {
      extra.values.add(value, timeMs);
    }
  } else if (extra?.kind === 'members') extra.lastMs = times();
  else if (extra?.kind === 'runs') extra.startMs = times();
}

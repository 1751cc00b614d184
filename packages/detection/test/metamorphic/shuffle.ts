import { isObject } from '../reference/event.ts';

/** Puts the keys of maps and, below `detection`, the items of lists into another order. */
export function shuffled<T>(place: T, next: () => number): T {
  return rearranged(place, next, false) as T;
}

function rearranged(place: unknown, next: () => number, lists: boolean): unknown {
  if (Array.isArray(place)) {
    const items = place.map((item) => rearranged(item, next, lists));
    return lists ? mixed(items, next) : items;
  }
  if (!isObject(place)) return place;
  const entries = Object.entries(place).map(([key, value]): [string, unknown] => {
    return [key, rearranged(value, next, lists || key === 'detection')];
  });
  return Object.fromEntries(mixed(entries, next));
}

function mixed<T>(items: readonly T[], next: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

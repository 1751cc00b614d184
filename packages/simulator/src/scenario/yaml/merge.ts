import type { Located } from './located.ts';

/**
 * `child` laid over `parent`: maps merge key by key; lists whose items all carry a `name` or `id`
 * merge item by item (new ones go last); anything else is replaced. Places stay with their parts.
 */
export function mergeLocated(parent: Located, child: Located): Located {
  if (parent.kind === 'map' && child.kind === 'map') {
    const entries = new Map(parent.entries);
    for (const [name, entry] of child.entries) {
      const under = entries.get(name);
      entries.set(
        name,
        under ? { key: entry.key, value: mergeLocated(under.value, entry.value) } : entry,
      );
    }
    return { kind: 'map', place: child.place, entries };
  }
  if (
    parent.kind === 'list' &&
    child.kind === 'list' &&
    parent.items.length > 0 &&
    child.items.length > 0
  ) {
    const labels = [...parent.items, ...child.items].map(label);
    if (labels.some((each) => each === null)) return child;
    const items = [...parent.items];
    for (const item of child.items) {
      const index = items.findIndex((each) => label(each) === label(item));
      if (index < 0) items.push(item);
      else items[index] = mergeLocated(items[index]!, item);
    }
    return { kind: 'list', place: child.place, items };
  }
  return child;
}

function label(item: Located): string | null {
  if (item.kind !== 'map') return null;
  for (const key of ['name', 'id']) {
    const value = item.entries.get(key)?.value;
    if (value?.kind === 'scalar' && typeof value.value === 'string') return `${key}:${value.value}`;
  }
  return null;
}

/** A place in a file, 1-based. */
export type Place = { file: string; line: number; column: number };

/** A parsed value that remembers where each part of it stands. Keys of maps keep their own place. */
export type Located =
  | { kind: 'scalar'; place: Place; value: string | number | boolean | null }
  | { kind: 'list'; place: Place; items: Located[] }
  | { kind: 'map'; place: Place; entries: Map<string, { key: Place; value: Located }> };

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** The value alone. Maps become objects without a prototype's members. */
export function plain(located: Located): Plain {
  if (located.kind === 'scalar') return located.value;
  if (located.kind === 'list') return located.items.map(plain);
  return Object.fromEntries([...located.entries].map(([key, entry]) => [key, plain(entry.value)]));
}

/** The part at a path, or the nearest part above it that exists. */
export function partAt(root: Located, path: readonly PropertyKey[]): Located {
  let part = root;
  for (const step of path) {
    const next =
      part.kind === 'map'
        ? part.entries.get(String(step))?.value
        : part.kind === 'list'
          ? part.items[Number(step)]
          : undefined;
    if (!next) return part;
    part = next;
  }
  return part;
}

/** Place of the key that leads to a path's end: where an unknown key is reported. */
export function keyPlace(root: Located, path: readonly PropertyKey[], key: string): Place {
  const parent = partAt(root, path);
  return (parent.kind === 'map' ? parent.entries.get(key)?.key : undefined) ?? parent.place;
}

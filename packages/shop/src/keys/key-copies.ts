import type { KeyCopy, KeyEntry, KeyRegister } from './key-register.ts';

/** Removable copies that are still there, of every key, each place once. */
export function survivingCopies(register: KeyRegister): readonly KeyCopy[] {
  const byPlace = new Map<string, KeyCopy>();
  for (const key of register.keys) {
    for (const copy of key.copies) if (copy.removable && !copy.removed) byPlace.set(copy.id, copy);
  }
  return [...byPlace.values()];
}

/**
 * The register after a search for copies: every removable one is gone, except the ids that were
 * missed.
 */
export function removeCopies(register: KeyRegister, missed: readonly string[] = []): KeyRegister {
  const clean = (copy: KeyCopy): KeyCopy =>
    copy.removable && !missed.includes(copy.id) ? { ...copy, removed: true } : copy;
  return { keys: register.keys.map((key) => ({ ...key, copies: key.copies.map(clean) })) };
}

/**
 * Keys the leaver can get at: those with a copy within reach that has not been removed, newest
 * last.
 */
export function keysWithinReach(register: KeyRegister): readonly KeyEntry[] {
  return register.keys.filter((key) =>
    key.copies.some((copy) => copy.reachableByLeaver && !copy.removed),
  );
}

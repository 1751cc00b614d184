'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
/** Stands in where the browser keeps nothing, so that at least this page remembers. */
const memory = new Map<string, string>();

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
    memory.delete(key);
  } catch {
    if (text === null) memory.delete(key);
    else memory.set(key, text);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function parse<T>(text: string | null, whole: (value: unknown) => value is T): T | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return whole(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * Something kept in this browser under a key, shared by all its windows; null while there is none.
 * `whole` refuses what an older version or somebody else wrote there. `set` takes the newest value,
 * or a function of it.
 */
export function useKeptHere<T>(
  key: string,
  whole: (value: unknown) => value is T,
): readonly [T | null, (next: (old: T | null) => T | null) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const value = useMemo(() => parse(text, whole), [text, whole]);
  const set = useCallback(
    (next: (old: T | null) => T | null) => {
      const made = next(parse(read(key), whole));
      write(key, made === null ? null : JSON.stringify(made));
    },
    [key, whole],
  );
  return [value, set];
}

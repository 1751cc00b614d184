'use client';

import { createContext, use, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { SimTime } from '@dwell/core/time';

/** The moment under the pointer, shared by all charts of a screen. */
class Cursor {
  at: SimTime | null = null;
  #listeners = new Set<() => void>();
  set(at: SimTime | null): void {
    if (this.at === at) return;
    this.at = at;
    for (const listener of this.#listeners) listener();
  }
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  read = () => this.at;
}

const CursorContext = createContext<Cursor | null>(null);

/** Charts below share one cursor: point at one and all show that moment. */
export function SharedCursor({ children }: { children: ReactNode }) {
  const [cursor] = useState(() => new Cursor());
  return <CursorContext value={cursor}>{children}</CursorContext>;
}

/** The shared moment and how to set it. */
export function useCursor(): readonly [SimTime | null, (at: SimTime | null) => void] {
  const [own] = useState(() => new Cursor());
  const cursor = use(CursorContext) ?? own;
  const at = useSyncExternalStore(cursor.subscribe, cursor.read, () => null);
  return [at, (next) => cursor.set(next)];
}

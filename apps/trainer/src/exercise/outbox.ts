'use client';

import { useCallback, useMemo } from 'react';
import type { TeamAct } from '@dwell/simulator/router';
import { useTypedValue } from './use-typed.ts';

/** Something that could not be sent, with the words people know it by. */
export type Unsent = { id: string; act: TeamAct; title: string; wallMs: number };

const isOutbox = (value: unknown): value is readonly Unsent[] =>
  Array.isArray(value) &&
  value.every(
    (each: Partial<Unsent> | null) =>
      typeof each?.id === 'string' &&
      typeof each.title === 'string' &&
      typeof each.act === 'object',
  );

const NONE: readonly Unsent[] = [];

/** What a cut kept from being sent; it stays in this browser until it is sent or let go. */
export function useOutbox() {
  const [kept, set] = useTypedValue('outbox', isOutbox);
  const add = useCallback(
    (act: TeamAct, title: string) =>
      set((old) => [
        ...(old ?? NONE),
        { id: `${Date.now()}-${old?.length ?? 0}`, act, title, wallMs: Date.now() },
      ]),
    [set],
  );
  const remove = useCallback(
    (id: string) =>
      set((old) => {
        const rest = (old ?? NONE).filter((each) => each.id !== id);
        return rest.length > 0 ? rest : null;
      }),
    [set],
  );
  return useMemo(() => ({ list: kept ?? NONE, add, remove }), [kept, add, remove]);
}

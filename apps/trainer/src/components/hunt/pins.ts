'use client';

import { useCallback, useMemo } from 'react';
import type { SimTime } from '@dwell/core/time';
import { useKeptHere } from '@/live/kept-here.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useViewer } from '@/live/viewer.tsx';

/** A record worth coming back to. */
export type Pin = {
  id: string;
  table: string;
  /** What finds it again. */
  query: string;
  from: SimTime;
  to: SimTime;
  at: SimTime;
  title: string;
};

/** A question worth asking again, with why. */
export type OwnHunt = {
  id: string;
  title: string;
  hypothesis: string;
  technique: string;
  /** The address's parameters that ask it. */
  ask: string;
};

const isList = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (each: { id?: unknown; title?: unknown } | null) =>
      typeof each?.id === 'string' && typeof each.title === 'string',
  );
const isPins = (value: unknown): value is readonly Pin[] => isList(value);
const isHunts = (value: unknown): value is readonly OwnHunt[] => isList(value);

const NO_PINS: readonly Pin[] = [];
const NO_HUNTS: readonly OwnHunt[] = [];

/** The list with one more at its head; the same id takes the older one's place. */
export function withOne<T extends { id: string }>(list: readonly T[], one: T): readonly T[] {
  return [one, ...list.filter((each) => each.id !== one.id)].slice(0, 100);
}

function useList<T extends { id: string }>(
  key: string,
  whole: (value: unknown) => value is readonly T[],
  none: readonly T[],
) {
  const [kept, set] = useKeptHere(key, whole);
  const list = kept ?? none;
  const add = useCallback((one: T) => set((old) => withOne(old ?? none, one)), [set, none]);
  const remove = useCallback(
    (id: string) =>
      set((old) => {
        const rest = (old ?? none).filter((each) => each.id !== id);
        return rest.length > 0 ? rest : null;
      }),
    [set, none],
  );
  return useMemo(() => ({ list, add, remove }), [list, add, remove]);
}

/** Records that this person pinned in this run, kept in this browser. */
export function usePins() {
  const { runId } = useRun();
  const viewer = useViewer();
  return useList(`dwell.pins.${runId}.${viewer.id}`, isPins, NO_PINS);
}

/** Hunts that this person saved in this run, kept in this browser. */
export function useOwnHunts() {
  const { runId } = useRun();
  const viewer = useViewer();
  return useList(`dwell.hunts.${runId}.${viewer.id}`, isHunts, NO_HUNTS);
}

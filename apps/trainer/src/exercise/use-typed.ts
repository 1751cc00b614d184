'use client';

import { useCallback } from 'react';
import { useKeptHere } from '@/live/kept-here.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useViewer } from '@/live/viewer.tsx';
import { useExercise } from './exercise-provider.tsx';

const isText = (value: unknown): value is string => typeof value === 'string';

/** The browser's key of something that this person typed and has not sent, in this exercise or else this run. */
export function useTypedKey(name: string): string {
  const exercise = useExercise();
  const { runId } = useRun();
  const viewer = useViewer();
  return `dwell.typed.${exercise?.exerciseId ?? runId}.${viewer.id}.${name}`;
}

/**
 * Text that survives a reload, a cut and a closed lid: kept in this browser under `name` until it is
 * emptied. A rewind of the team does not touch it.
 */
export function useTyped(name: string): readonly [string, (text: string) => void] {
  const [kept, set] = useKeptHere(useTypedKey(name), isText);
  const write = useCallback((text: string) => set(() => (text === '' ? null : text)), [set]);
  return [kept ?? '', write];
}

/** Something of any shape that survives as `useTyped` does. `whole` refuses what is not of that shape. */
export function useTypedValue<T>(
  name: string,
  whole: (value: unknown) => value is T,
): readonly [T | null, (next: (old: T | null) => T | null) => void] {
  return useKeptHere(useTypedKey(name), whole);
}

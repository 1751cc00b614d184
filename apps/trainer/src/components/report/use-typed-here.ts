'use client';

import { useCallback } from 'react';
import { useKeptHere } from '@/live/kept-here.ts';
import { useViewer } from '@/live/viewer.tsx';

const isText = (value: unknown): value is string => typeof value === 'string';

/** The browser's key of something that this person typed about an exercise and has not sent. */
export function useTypedHereKey(exerciseId: string, name: string): string {
  return `dwell.typed.${exerciseId}.${useViewer().id}.${name}`;
}

/** Text that survives a reload, on the pages about an exercise; kept in this browser until it is emptied. */
export function useTypedHere(
  exerciseId: string,
  name: string,
): readonly [string, (text: string) => void] {
  const [kept, set] = useKeptHere(useTypedHereKey(exerciseId, name), isText);
  const write = useCallback((text: string) => set(() => (text === '' ? null : text)), [set]);
  return [kept ?? '', write];
}

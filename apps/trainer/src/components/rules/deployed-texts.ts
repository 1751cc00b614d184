'use client';

import { useCallback } from 'react';
import { useKeptHere } from '@/live/kept-here.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useViewer } from '@/live/viewer.tsx';

type Texts = Readonly<Record<string, string>>;

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string');

/** The texts that this person deployed in this run, as this browser remembers them. */
export function useDeployedTexts() {
  const { runId } = useRun();
  const viewer = useViewer();
  const [kept, set] = useKeptHere(`dwell.deployed.${runId}.${viewer.id}`, isTexts);
  const keep = useCallback(
    (name: string, text: string) => set((old) => ({ ...old, [name]: text })),
    [set],
  );
  return { texts: kept ?? {}, keep };
}

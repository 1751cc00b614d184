'use client';

import { useEffect, useState } from 'react';
import type { SimTime } from '@dwell/core/time';
import { useKeptHere } from '@/live/kept-here.ts';
import { useRun } from '@/live/run-provider.tsx';
import { simAt } from '@/live/sim-now.ts';
import { useLatest } from '@/live/use-latest.ts';
import { useViewer } from '@/live/viewer.tsx';

const isTime = (value: unknown): value is SimTime => typeof value === 'number';

/**
 * The simulated moment up to which this person has looked at the screen before, as this browser
 * remembers it; null on a first look. Leaving the screen, or hiding it, is having looked.
 */
export function useLastLook(): SimTime | null {
  const { runId, clock } = useRun();
  const viewer = useViewer();
  const [kept, set] = useKeptHere(`dwell.look.${runId}.${viewer.id}`, isTime);
  const [before, setBefore] = useState<{ at: SimTime | null } | null>(null);
  if (before === null && typeof window !== 'undefined') setBefore({ at: kept });
  const latest = useLatest({ clock, set });
  useEffect(() => {
    const looked = () => {
      const { clock: now, set: keep } = latest();
      keep(() => Math.round(simAt(now, performance.now())));
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden') looked();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', looked);
    return () => {
      looked();
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', looked);
    };
  }, [latest]);
  return before?.at ?? null;
}

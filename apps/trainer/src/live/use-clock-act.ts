'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { SimTime } from '@dwell/core/time';
import { useToast } from '@/components/ui/toast.tsx';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { errorParts } from './error-parts.ts';
import { useRun } from './run-provider.tsx';

/** What a person may do to the clock of the run on screen. Failures are told in a toast. */
export function useClockAct() {
  const trpc = useTRPC();
  const router = useRouter();
  const toast = useToast();
  const { text, language } = useReading();
  const { runId, clock, holdClock } = useRun();
  const onError = (error: unknown) => {
    const { what, todo } = errorParts(error, text, language);
    toast({ severity: 'severe', text: `${what}. ${todo}` });
  };
  const act = useMutation(trpc.run.clock.mutationOptions({ onSuccess: holdClock, onError }));
  const fork = useMutation(
    trpc.run.fork.mutationOptions({ onSuccess: ({ id }) => router.push(`/runs/${id}`), onError }),
  );
  const { mutate } = act;
  const { mutate: mutateFork } = fork;
  const playing = clock.state === 'playing';
  return useMemo(
    () => ({
      playing,
      busy: act.isPending || fork.isPending,
      toggle: () => mutate({ runId, do: playing ? 'pause' : 'play' }),
      speed: (speed: number) => mutate({ runId, do: 'speed', speed }),
      step: (by: 'hour' | 'day' | 'event') => mutate({ runId, do: 'step', by }),
      jump: (to: SimTime) => mutate({ runId, do: 'jump', to: Math.round(to) }),
      fork: (at: SimTime) => mutateFork({ runId, at: Math.round(at) }),
    }),
    [runId, playing, act.isPending, fork.isPending, mutate, mutateFork],
  );
}

'use client';

import { useMutation } from '@tanstack/react-query';
import type { SeatAct, TeamAct } from '@dwell/simulator/router';
import { useToast } from '@/components/ui/toast.tsx';
import { useReading } from '@/i18n/provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { useTRPCClient } from '@/trpc/client.ts';
import { useExercise } from './exercise-provider.tsx';
import { useOutbox } from './outbox.ts';

export type Played = { sequence: number; at: number };

type Ask = {
  /** What people know it by, should it have to wait. */
  title: string;
  /** It has been taken over, by the server or, with null, by the outbox of this browser. */
  onDone?: (answer: Played | null) => void;
};

/**
 * What a trainee does to the run. When nobody answers, it is kept, and offered again at the head of
 * the page; anything else that goes wrong is told in a toast and leaves the form as it is.
 */
export function usePlay() {
  const client = useTRPCClient();
  const toast = useToast();
  const { text, language } = useReading();
  const exerciseId = useExercise()?.exerciseId ?? '';
  const outbox = useOutbox();
  const { mutateAsync, isPending } = useMutation({
    // Without a network it fails at once and goes into the outbox, which outlives the page.
    networkMode: 'always',
    mutationFn: (act: TeamAct) => client.exercise.play.mutate({ exerciseId, act }),
  });
  // Not the mutation's own callbacks: those are forgotten with the screen, and this must not be.
  const run = async (act: TeamAct, { title, onDone }: Ask): Promise<void> => {
    try {
      const answer = await mutateAsync(act);
      onDone?.(answer);
    } catch (error) {
      if (act.do === 'read') return;
      const { code, what, todo } = errorParts(error, text, language);
      if (code !== 'OFFLINE') return toast({ severity: 'severe', text: `${what}. ${todo}` });
      outbox.add(act, title);
      toast({ severity: 'attention', text: text.console.kept(title) });
      onDone?.(null);
    }
  };
  return {
    run: (act: TeamAct, ask: Ask) => void run(act, ask),
    busy: isPending,
  };
}

/** What a person does to the room: help, an estimate while everything stands still. */
export function useSit() {
  const client = useTRPCClient();
  const toast = useToast();
  const { text, language } = useReading();
  const exerciseId = useExercise()?.exerciseId ?? '';
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: (act: SeatAct) => client.exercise.sit.mutate({ exerciseId, act }),
    onError: (error) => {
      const { what, todo } = errorParts(error, text, language);
      toast({ severity: 'severe', text: `${what}. ${todo}` });
    },
  });
  return {
    run: (act: SeatAct, onDone?: () => void) => mutate(act, { onSuccess: onDone }),
    busy: isPending,
  };
}

'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AlertRow, Verdict } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { errorParts } from '@/live/error-parts.ts';
import { useMaySee } from '@/exercise/use-may-see.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import type { ROLES } from '../respond/roles.ts';
import { useToast } from '../ui/toast.tsx';
import { isOpen } from './queue.ts';

const NONE: readonly AlertRow[] = [];

/** The alerts of the run on screen; the run's stream keeps them up to date. */
export function useAlerts() {
  const trpc = useTRPC();
  const { runId, build } = useRun();
  const seen = useMaySee('alerts');
  const query = useQuery(
    trpc.alert.list.queryOptions(
      { runId },
      { enabled: build.state === 'ready' && seen, staleTime: 60_000 },
    ),
  );
  return { query, alerts: (query.data as readonly AlertRow[] | undefined) ?? NONE };
}

/** How many alerts wait for a verdict. */
export function useOpenAlerts(): number {
  const { alerts } = useAlerts();
  return useMemo(() => alerts.filter(isOpen).length, [alerts]);
}

/** What may be done to alerts, in somebody's name. Failures are told in a toast. */
export function useAlertActs(as: (typeof ROLES)[number], onReopened: (ids: string[]) => void) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { text, language } = useReading();
  const { runId } = useRun();
  const onError = (error: unknown) => {
    const { what, todo } = errorParts(error, text, language);
    toast({ severity: 'severe', text: `${what}. ${todo}` });
  };
  const onSettled = () => {
    void queryClient.invalidateQueries({ queryKey: trpc.alert.list.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.run.situation.pathKey() });
  };
  const judge = useMutation(trpc.alert.judge.mutationOptions({ onError, onSettled }));
  const reopen = useMutation(trpc.alert.reopen.mutationOptions({ onError, onSettled }));
  const assign = useMutation(trpc.alert.assign.mutationOptions({ onError, onSettled }));
  const undo = (ids: readonly string[]) =>
    reopen.mutate(
      { runId, ids: [...ids], as },
      {
        onSuccess: () => {
          onReopened([...ids]);
          toast({ severity: 'info', text: text.alerts.reopened });
        },
      },
    );
  return {
    busy: judge.isPending || reopen.isPending || assign.isPending,
    undo,
    judge: (ids: readonly string[], verdict: Verdict, note: string, done: () => void) =>
      judge.mutate(
        { runId, ids: [...ids], verdict, note, as },
        {
          onSuccess: () => {
            done();
            toast({
              severity: 'good',
              text: text.alerts.judgedToast(
                formatCount(ids.length),
                text.alerts.verdicts[verdict].toLowerCase(),
              ),
              undo: { text: text.alerts.undo, run: () => undo(ids) },
            });
          },
        },
      ),
    assign: (ids: readonly string[], to: string | null) =>
      assign.mutate({ runId, ids: [...ids], to, as }),
  };
}

export type AlertActs = ReturnType<typeof useAlertActs>;

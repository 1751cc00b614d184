'use client';

import { useQueries } from '@tanstack/react-query';
import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Change, WhatIf } from '@dwell/simulator/router';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { useTRPCClient } from '@/trpc/client.ts';

/** A change that was asked about, and what came of it. */
export type Tried = {
  change: Change;
  result: WhatIf | null;
  error: unknown;
  again: () => void;
};

const TriedContext = createContext<readonly Tried[]>([]);

type Props = { tried: readonly Change[]; children: ReactNode };

/** Asks what would have come of the address's changes, each once. */
export function TriedProvider({ tried, children }: Props) {
  const client = useTRPCClient();
  const { exerciseId, view } = useDebrief();
  const team = view.team.id;
  const answers = useQueries({
    queries: tried.map((change) => ({
      queryKey: ['what-if', exerciseId, team, view.asOf, change],
      queryFn: (): Promise<WhatIf> => client.debrief.whatIf.mutate({ exerciseId, team, change }),
      staleTime: Infinity,
      retry: false,
    })),
  });
  const list = useMemo(
    () =>
      tried.map((change, at) => {
        const answer = answers[at];
        return {
          change,
          result: answer?.data ?? null,
          error: answer?.error ?? null,
          again: () => void answer?.refetch(),
        };
      }),
    [tried, answers],
  );
  return <TriedContext value={list}>{children}</TriedContext>;
}

/** What was tried on this debrief, newest first. */
export const useTried = (): readonly Tried[] => use(TriedContext);

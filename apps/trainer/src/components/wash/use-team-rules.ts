'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RuleCard } from '@dwell/simulator/router';
import { useTRPC } from '@/trpc/client.ts';

const NONE: readonly RuleCard[] = [];

/** The rules that a team put to work, or wrote: what a lesson may carry along. */
export function useTeamRules(runId: string, enabled: boolean) {
  const trpc = useTRPC();
  const list = useQuery(
    trpc.rule.list.queryOptions({ runId }, { enabled, staleTime: 60_000, retry: false }),
  );
  const cards = (list.data as readonly RuleCard[] | undefined) ?? NONE;
  return useMemo(
    () =>
      cards
        .filter((card) => card.origin === 'own' || card.state !== 'library')
        .map(({ name, title, text }) => ({ name, title, text })),
    [cards],
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import type { RuleCard } from '@dwell/simulator/router';
import { useMaySee } from '@/exercise/use-may-see.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';

const NONE: readonly RuleCard[] = [];

/** The rules of the run on screen. */
export function useRules() {
  const trpc = useTRPC();
  const { runId, build } = useRun();
  const seen = useMaySee('rules');
  const query = useQuery(
    trpc.rule.list.queryOptions(
      { runId },
      { enabled: build.state === 'ready' && seen, staleTime: 30_000 },
    ),
  );
  return { query, cards: (query.data as readonly RuleCard[] | undefined) ?? NONE };
}

'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC, useTRPCClient } from '@/trpc/client.ts';

/** The backtest of a text: asked for when told to, given up when told to. */
export function useBacktest() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { runId } = useRun();
  const [asked, setAsked] = useState<{ text: string; from?: number; times: number } | null>(null);
  const input = {
    runId,
    text: asked?.text ?? '',
    ...(asked?.from === undefined ? {} : { from: asked.from }),
  };
  const queryKey = trpc.rule.backtest.queryKey(input);
  const result = useQuery({
    queryKey: [...queryKey, asked?.times ?? 0],
    queryFn: ({ signal }) => client.rule.backtest.query(input, { signal }),
    enabled: asked !== null,
    staleTime: Infinity,
    gcTime: 5 * 60_000,
    retry: false,
  });
  return {
    result: asked === null ? null : result,
    /** The text that the answer is about. */
    of: asked?.text ?? null,
    busy: asked !== null && result.isFetching,
    /** `from`: simulated time from which on logs are read; all that are kept without it. */
    run: (text: string, from?: number) =>
      setAsked((old) => ({
        text,
        times: (old?.times ?? 0) + 1,
        ...(from === undefined ? {} : { from }),
      })),
    stop: () => {
      void queryClient.cancelQueries({ queryKey });
      setAsked(null);
    },
  };
}

export type BacktestRun = ReturnType<typeof useBacktest>;

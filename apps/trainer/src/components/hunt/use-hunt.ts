'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import { MINUTE_MS } from '@dwell/core/time';
import type { HuntTable } from '@dwell/simulator/router';
import { useRun } from '@/live/run-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { simAt } from '@/live/sim-now.ts';
import { useTRPC } from '@/trpc/client.ts';
import { readHunt, spanTimes } from './hunt-state.ts';

const PAGE_ROWS = 200;
const BINS = 120;

/** The hunt in the address, asked of the server; `again` asks anew as of now. */
export function useHunt() {
  const trpc = useTRPC();
  const { runId, clock, build } = useRun();
  const params = useSearchParams();
  const state = useMemo(() => readHunt(params), [params]);
  // Asked as of one moment, so that the answer holds still while the world goes on.
  const [asOf, setAsOf] = useState(() => Math.floor(clock.shown / MINUTE_MS) * MINUTE_MS);
  const { from, to } = spanTimes(state, asOf);
  const ready = build.state !== 'running' && build.state !== 'waiting';
  const ask = { runId, table: state.table, query: state.query, from, to };
  const enabled = ready && state.mode === 'search' && to > from;
  const tables = useQuery(
    trpc.hunt.tables.queryOptions({ runId }, { enabled: ready, staleTime: 30_000 }),
  );
  const rows = useInfiniteQuery(
    trpc.hunt.search.infiniteQueryOptions(
      { ...ask, limit: PAGE_ROWS },
      {
        enabled,
        getNextPageParam: (page) => page.cursor ?? undefined,
        staleTime: 60_000,
        retry: false,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const histogram = useQuery(
    trpc.hunt.histogram.queryOptions(
      { ...ask, bins: BINS },
      { enabled, staleTime: 60_000, retry: false, placeholderData: keepPreviousData },
    ),
  );
  return {
    state,
    ask,
    from,
    to,
    ready,
    enabled,
    rows,
    histogram,
    tables: (tables.data ?? []) as readonly HuntTable[],
    tablesQuery: tables,
    again: () => setAsOf(Math.floor(simAt(clock, performance.now()) / MINUTE_MS) * MINUTE_MS),
    set: setSearchParams,
  };
}

export type Hunt = ReturnType<typeof useHunt>;

'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { DAY_MS, HOUR_MS } from '@dwell/core/time';
import { useRun } from '@/live/run-provider.tsx';
import { simAt } from '@/live/sim-now.ts';
import { useTRPC } from '@/trpc/client.ts';
import { type ShownHours, shownHours } from './shown-hours.ts';

export type Span = 'day' | 'week' | 'month' | 'all';
const SPAN_MS: Record<Span, number> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  all: Number.MAX_SAFE_INTEGER,
};

/** The hours of a span up to now: asked for once, then continued by the stream. */
export function useHours(span: Span) {
  const trpc = useTRPC();
  const { runId, clock } = useRun();
  // The first hour asked for is settled when the span is chosen, so that the query stays the same while time goes on.
  const [asked, setAsked] = useState(() => ({ span, from: firstHour(clock.shown, span) }));
  if (asked.span !== span)
    setAsked({ span, from: firstHour(simAt(clock, performance.now()), span) });
  const query = useQuery(
    trpc.run.hours.queryOptions(asked.from === null ? { runId } : { runId, from: asked.from }, {
      staleTime: Infinity,
      gcTime: 60_000,
    }),
  );
  const shown = useMemo<ShownHours | null>(() => {
    if (!query.data) return null;
    const last = query.data.frames.at(-1);
    const from = span === 'all' || !last ? 0 : last.at + HOUR_MS - SPAN_MS[span];
    return shownHours(query.data.frames, query.data.binHours, from);
  }, [query.data, span]);
  return { ...query, shown };
}

function firstHour(now: number, span: Span): number | null {
  return span === 'all' ? null : Math.max(0, Math.floor((now - SPAN_MS[span]) / HOUR_MS) * HOUR_MS);
}

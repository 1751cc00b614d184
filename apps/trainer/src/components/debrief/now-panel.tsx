'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatSimTime } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { useDebounced } from '@/live/use-debounced.ts';
import { useTRPC } from '@/trpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useBoard } from './board.tsx';
import { ForkButton } from './fork-button.tsx';
import { NowControls, NowSeen, NowTruth } from './now-parts.tsx';
import { useScrub } from './scrub.tsx';

/** The world where the line stands, simulated again: what was so beside what could be seen. */
export function NowPanel() {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const { exerciseId, view } = useDebrief();
  const { debrief } = useBoard();
  const { at } = useScrub();
  const asked = useDebounced(at, 250);
  const moment = useQuery(
    trpc.debrief.moment.queryOptions(
      { exerciseId, team: view.team.id, at: asked },
      { placeholderData: keepPreviousData, staleTime: Infinity },
    ),
  );
  const state = moment.data;
  const moving = at !== asked || moment.isPlaceholderData || moment.isPending;
  const words = text.debrief.now;
  return (
    <div className="flex flex-col gap-4 2xl:gap-6">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h2 className="figures m-0 text-20 font-semibold 2xl:text-28">
          {formatSimTime(language, debrief.history.calendar, at)}
        </h2>
        <p role="status" className="m-0 text-13 text-ink-3 2xl:text-16">
          {moving ? words.moving : words.lead}
        </p>
        <span className="ml-auto">
          <ForkButton at={at} />
        </span>
      </div>
      {moment.isError ? (
        <ErrorState error={moment.error} onRetry={() => void moment.refetch()} />
      ) : state ? (
        <>
          <div
            aria-busy={moving}
            className={`grid grid-cols-[repeat(auto-fit,minmax(280px,1fr))] gap-4 2xl:gap-6 ${moving ? 'opacity-60' : ''}`}
          >
            <NowTruth state={state} />
            <NowSeen state={state} />
            <NowControls state={state} />
          </div>
          <p className="m-0 text-12 text-ink-3 2xl:text-14" title={words.checksumNote}>
            {words.checksum} <span className="font-mono">{state.checksum}</span> ·{' '}
            {words.checksumNote}
          </p>
        </>
      ) : (
        <Skeleton className="h-48" />
      )}
    </div>
  );
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { DAY_MS } from '@dwell/core/time';
import type { ResponseCard, RunEvent } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { BuildJob } from '../situation/build-job.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Catalogue, DECLARE } from './catalogue.tsx';
import { Declare } from './declare.tsx';
import { Decision } from './decision.tsx';
import { DoneList } from './done-list.tsx';
import { InFlight } from './in-flight.tsx';

/** What can be done, what it would hit, what is under way and what it changed. */
export function RespondScreen() {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId, run, clock, build } = useRun();
  const ready = build.state === 'ready';
  const address = useSearchParams();
  const picked = address.get('response');
  const catalogue = useQuery(trpc.response.catalogue.queryOptions({ runId }, { enabled: ready }));
  const situation = useQuery(
    trpc.run.situation.queryOptions(
      { runId },
      { refetchInterval: clock.state === 'playing' ? 2000 : false },
    ),
  );
  const hours = useQuery(
    trpc.run.hours.queryOptions(
      { runId, from: Math.max(0, run.startAt - 2 * DAY_MS) },
      { staleTime: Infinity },
    ),
  );
  const events = useQuery(trpc.run.events.queryOptions({ runId }, { staleTime: Infinity }));
  const declared = useMemo(
    () =>
      ((events.data ?? []) as readonly RunEvent[]).filter(
        (event) => event.kind === 'incident.declared',
      ),
    [events.data],
  );
  const asked = address.get('rule');
  const cards = (catalogue.data ?? []) as readonly ResponseCard[];
  const responses = situation.data?.responses ?? [];
  if (!ready) {
    return (
      <div className="flex flex-col gap-3 p-4">
        <h2 className="m-0 text-20 font-semibold">{text.respond.title}</h2>
        <BuildJob />
        <Empty title={text.situation.waits}>{text.respond.waitsNow}</Empty>
      </div>
    );
  }
  const card = cards.find((each) => each.id === picked);
  return (
    <div className="grid min-h-full grid-cols-[260px_minmax(0,1fr)_320px] gap-3 p-4 max-xl:grid-cols-[240px_minmax(0,1fr)]">
      <div className="min-w-0">
        <h2 className="m-0 mb-3 px-3 text-20 font-semibold">{text.respond.title}</h2>
        {catalogue.isError && (
          <ErrorState error={catalogue.error} onRetry={() => void catalogue.refetch()} />
        )}
        {catalogue.isPending && <Skeleton className="h-64" />}
        <Catalogue
          cards={cards}
          picked={picked}
          declaredAt={declared[0]?.at ?? null}
          onPick={(id) =>
            // What a link asked for was for its own response.
            setSearchParams({ response: id, rule: null, address: null, name: null })
          }
        />
        <p className="m-0 mt-4 px-3 text-12 text-ink-3">{text.respond.grade}</p>
      </div>
      <Panel flush className="self-start">
        {picked === DECLARE ? (
          <Declare declared={declared} clocks={situation.data?.clocks ?? []} />
        ) : card ? (
          <Decision key={`${card.id} ${asked ?? ''}`} card={card} />
        ) : (
          <Empty title={text.respond.pick}>{text.respond.pickNow}</Empty>
        )}
      </Panel>
      <div className="flex min-w-0 flex-col gap-3 max-xl:col-start-2">
        <InFlight responses={responses} hint={text.respond.pick} />
        <DoneList
          responses={responses}
          cards={cards}
          frames={hours.data?.frames ?? []}
          binHours={hours.data?.binHours ?? 1}
        />
      </div>
    </div>
  );
}

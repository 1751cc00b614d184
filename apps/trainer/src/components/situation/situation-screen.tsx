'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunEvent } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useExercise } from '@/exercise/exercise-provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { InFlight } from '../respond/in-flight.tsx';
import { TeamSituation } from '../team/team-situation.tsx';
import { Choice } from '../ui/choice.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { BuildJob } from './build-job.tsx';
import { Charts } from './charts.tsx';
import { EventDrawer } from './event-drawer.tsx';
import { Feed } from './feed.tsx';
import { Figures } from './figures.tsx';
import { GatesStrip } from './gates-strip.tsx';
import { Loss } from './loss.tsx';
import { NewestAlerts } from './newest-alerts.tsx';
import { type Span, useHours } from './use-hours.ts';

const SPANS: readonly Span[] = ['day', 'week', 'month', 'all'];

/** Where a team stands: to whoever sits in an exercise, what their role is told; to others, the run. */
export function SituationScreen() {
  return useExercise() === null ? <RunSituation /> : <TeamSituation />;
}

/** What is lost, what it costs, what changed, what is under way. */
function RunSituation() {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId, clock, build } = useRun();
  const ready = build.state === 'ready';
  const [span, setSpan] = useState<Span>('week');
  const [opened, setOpened] = useState<RunEvent | null>(null);
  const situation = useQuery(
    trpc.run.situation.queryOptions(
      { runId },
      { refetchInterval: clock.state === 'playing' ? 2000 : false },
    ),
  );
  const hours = useHours(span);
  const data = situation.data;
  const lost = data?.truth
    ? Math.max(data.truth.accountsLost, hours.shown?.accountsLost?.at(-1) ?? 0)
    : null;
  return (
    <div className="flex flex-col gap-3 p-4">
      <h2 className="sr-only">{text.situation.title}</h2>
      <BuildJob />
      {situation.isError && (
        <ErrorState error={situation.error} onRetry={() => void situation.refetch()} />
      )}
      {situation.isPending && <Skeleton className="h-20" />}
      {data && clock.state !== 'building' && (
        <section
          aria-label={text.situation.sinceStart}
          className="flex flex-wrap items-start gap-x-12 gap-y-4 px-1 py-1"
        >
          <Loss situation={data} lost={lost} />
          <Figures situation={data} />
        </section>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(300px,360px)] gap-3 max-lg:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-3">
          <div className="flex justify-end">
            <Choice
              label={text.situation.span}
              hideLabel
              options={SPANS.map((id) => ({ id, text: text.situation.spans[id] }))}
              at={span}
              onPick={setSpan}
            />
          </div>
          {hours.isError && <ErrorState error={hours.error} onRetry={() => void hours.refetch()} />}
          {hours.isPending && <Skeleton className="h-64" />}
          {hours.shown && hours.shown.at.length < 2 && (
            <Empty title={ready ? text.situation.noHours : text.situation.waits}>
              {ready ? text.situation.noHoursNow : text.situation.waitsNow}
            </Empty>
          )}
          {hours.shown && hours.shown.at.length > 1 && <Charts shown={hours.shown} />}
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          {data && (
            <>
              <NewestAlerts />
              <InFlight responses={data.responses} />
              {data.gateway.length > 0 && (
                <Panel title={text.situation.gates}>
                  <GatesStrip gates={data.gateway} />
                </Panel>
              )}
            </>
          )}
          <Feed onOpen={setOpened} />
        </div>
      </div>
      {opened && <EventDrawer event={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}

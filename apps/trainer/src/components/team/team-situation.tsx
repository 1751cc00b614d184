'use client';

import { useQuery } from '@tanstack/react-query';
import { useRoom } from '@/exercise/exercise-provider.tsx';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { InFlight } from '../respond/in-flight.tsx';
import { BuildJob } from '../situation/build-job.tsx';
import { GatesStrip } from '../situation/gates-strip.tsx';
import { NewestAlerts } from '../situation/newest-alerts.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TeamClocks } from './clocks.tsx';
import { HotWash } from './hot-wash.tsx';
import { KnownLoss } from './known-loss.tsx';
import { Objectives } from './objectives.tsx';
import { People } from './people.tsx';
import { PhaseHead } from './phase-head.tsx';
import { SinceLook } from './since-look.tsx';
import { Standing } from './standing.tsx';
import { TeamCharts } from './team-charts.tsx';
import { WaitingItems } from './waiting-items.tsx';

/** Each role's home: what is demanded now, what changed, what is due, what is known, who is here. */
export function TeamSituation() {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId, clock, build } = useRun();
  const room = useRoom();
  const situation = useQuery(
    trpc.run.situation.queryOptions(
      { runId },
      { refetchInterval: clock.state === 'playing' ? 4000 : false },
    ),
  );
  if (!room) return <Skeleton className="m-4 h-48" />;
  const last = room.phases.at(-1);
  // The last stretch, in which the clock stands, is for looking back.
  const lookingBack = last !== undefined && last.sim === null && room.phase === last.id;
  if (room.state === 'ended' || lookingBack) return <HotWash />;
  const { tools } = room;
  return (
    <div className="flex flex-col gap-4 p-4">
      <h2 className="sr-only">{text.situation.title}</h2>
      {build.state !== 'ready' && <BuildJob />}
      <PhaseHead />
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(300px,380px)] items-start gap-4 max-lg:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-4">
          <WaitingItems />
          <SinceLook />
          <TeamClocks />
          {(tools.includes('gateway') || tools.includes('alerts')) && <TeamCharts />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <KnownLoss />
          <Standing />
          {situation.data && (
            <InFlight
              responses={situation.data.responses}
              hint={tools.includes('respond') ? undefined : text.team.inFlightNone}
            />
          )}
          {tools.includes('alerts') && <NewestAlerts />}
          {tools.includes('gateway') && (situation.data?.gateway.length ?? 0) > 0 && (
            <Panel title={text.situation.gates}>
              <GatesStrip gates={situation.data!.gateway} />
            </Panel>
          )}
          <People />
          <Objectives />
        </div>
      </div>
    </div>
  );
}

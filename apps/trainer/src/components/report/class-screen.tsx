'use client';

import { useQuery } from '@tanstack/react-query';
import type { TeamDebriefView } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ClassCurves } from './class-curves.tsx';
import { ClassLetters } from './class-letters.tsx';
import { ClassMeasures } from './class-measures.tsx';
import type { ToldTeam } from './class-team.ts';
import { DebriefGate } from './debrief-gate.tsx';
import { DebriefHead } from './debrief-head.tsx';
import { FileList } from './file-list.tsx';

const AGAIN_MS = 2_000;

/** Several teams on the same world, side by side, in no order of merit. */
export function ClassScreen({ exerciseId }: { exerciseId: string }) {
  return (
    <DebriefGate exerciseId={exerciseId}>
      <ClassPage />
    </DebriefGate>
  );
}

const isMaking = (teams: readonly TeamDebriefView[]) => teams.some(({ work }) => work !== null);

function ClassPage() {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const { exerciseId, view } = useDebrief();
  const query = useQuery(
    trpc.debrief.teams.queryOptions(
      { exerciseId },
      {
        refetchInterval: ({ state }) =>
          isMaking((state.data ?? []) as readonly TeamDebriefView[]) ? AGAIN_MS : false,
      },
    ),
  );
  const all = (query.data ?? []) as readonly TeamDebriefView[];
  const teams = all.flatMap(({ team, debrief }): ToldTeam[] =>
    debrief === null ? [] : [{ team, debrief }],
  );
  const missing = all.length - teams.length;
  const words = text.classReport;
  return (
    <div className="flex min-h-dvh flex-col">
      <DebriefHead here="class" />
      <main id="work" className="mx-auto flex w-full max-w-[1400px] flex-col gap-5 px-6 py-6">
        <header>
          <h2 className="m-0 text-28 font-semibold tracking-tight">{words.title}</h2>
          <p className="m-0 mt-1 max-w-[72ch] text-14 text-ink-2">
            {words.lead} {!view.template.ranks && words.noRank}
          </p>
        </header>
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Skeleton className="h-64" />}
        {missing > 0 && (
          <p role="status" className="m-0 text-13 text-ink-2">
            {words.waits(missing)}
          </p>
        )}
        {query.isSuccess && all.length === 1 && <Empty title={words.one}>{words.oneNow}</Empty>}
        {query.isSuccess && all.length === 0 && <Empty title={words.none}>{words.noneNow}</Empty>}
        {teams.length > 0 && (
          <div className="grid grid-cols-[minmax(0,1fr)_300px] items-start gap-5 max-xl:grid-cols-1">
            <div className="flex min-w-0 flex-col gap-5">
              <ClassCurves teams={teams} />
              <ClassLetters teams={teams} ranks={view.template.ranks} />
              <ClassMeasures teams={teams} ranks={view.template.ranks} />
            </div>
            <Panel title={text.report.documents}>
              <FileList
                formats={['class-docx', 'class-md']}
                ask={{ exerciseId, team: null, language }}
                disabled={missing > 0}
              />
            </Panel>
          </div>
        )}
      </main>
    </div>
  );
}

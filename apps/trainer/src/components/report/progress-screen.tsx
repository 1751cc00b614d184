'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProgressRow } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { PageFrame } from '../runs/page-frame.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProgressCharts } from './progress-charts.tsx';
import { ProgressTable } from './progress-table.tsx';

/** An instructor's exercises over time, drawn, with the figures beneath. */
export function ProgressScreen() {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const query = useQuery(trpc.debrief.progress.queryOptions());
  const rows = (query.data ?? []) as readonly ProgressRow[];
  const [kind, setKind] = useState('');
  const [team, setTeam] = useState('');
  const kinds = new Map(rows.map((row) => [row.exercise, pickText(language, row.title)]));
  const teams = [...new Set(rows.map((row) => row.team))];
  const shown = rows.filter(
    (row) => (kind === '' || row.exercise === kind) && (team === '' || row.team === team),
  );
  const words = text.progress;
  return (
    <PageFrame title={words.title}>
      <p className="mt-0 mb-5 max-w-[72ch] text-14 text-ink-2">{words.lead}</p>
      {query.isPending && <Skeleton className="h-64" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <Empty title={words.empty}>{words.emptyNow}</Empty>}
      {rows.length > 0 && (
        <div className="flex flex-col gap-5">
          <div className="flex flex-wrap gap-4">
            <Select
              className="w-56"
              label={words.kind}
              value={kind}
              options={[
                { value: '', text: words.all },
                ...[...kinds].map(([value, name]) => ({ value, text: name })),
              ]}
              onPick={setKind}
            />
            <Select
              className="w-56"
              label={words.team}
              value={team}
              options={[
                { value: '', text: words.all },
                ...teams.map((name) => ({ value: name, text: name })),
              ]}
              onPick={setTeam}
            />
          </div>
          <ProgressCharts rows={shown} />
          <ProgressTable rows={shown} />
        </div>
      )}
    </PageFrame>
  );
}

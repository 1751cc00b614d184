'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { RecordsTable } from './records-table.tsx';
import { Schema } from './schema.tsx';
import type { Hunt } from './use-hunt.ts';

const LIMIT = 1000;

/** Read-only SQL over the same logs. */
export function SqlPane({ hunt }: { hunt: Hunt }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId } = useRun();
  const [typed, setTyped] = useState(hunt.state.sql);
  const [asked, setAsked] = useState<{ sql: string; time: number } | null>(null);
  const result = useQuery(
    trpc.hunt.sql.queryOptions(
      { runId, sql: asked?.sql ?? '', limit: LIMIT },
      { enabled: asked !== null && hunt.ready, retry: false, staleTime: Infinity, gcTime: 0 },
    ),
  );
  const rows = result.data;
  const run = () => {
    hunt.set({ sql: typed }, true);
    if (asked?.sql === typed) void result.refetch();
    else setAsked({ sql: typed, time: 0 });
  };
  const insert = (name: string) =>
    setTyped((old) => (/(^|[\s(,])$/.test(old) ? old + name : `${old} ${name}`));
  return (
    <div className="flex min-h-0 flex-1 gap-3">
      <Schema tables={hunt.tables} onPick={insert} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-2">
        <textarea
          aria-label={text.hunt.sql}
          data-query=""
          spellCheck={false}
          value={typed}
          rows={Math.min(14, Math.max(5, typed.split('\n').length + 1))}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              run();
            }
          }}
          className="w-full shrink-0 resize-y rounded-md border border-line-strong bg-surface-1 px-3 py-2 font-mono text-13 leading-5 text-ink-1"
        />
        <div className="flex shrink-0 items-center gap-3 text-12 text-ink-3">
          <Button
            kind="primary"
            onClick={run}
            disabled={!hunt.ready || typed.trim() === '' || result.isFetching}
          >
            {text.hunt.sqlRun}
          </Button>
          {text.hunt.sqlHint}
          {rows && (
            <span className="ml-auto text-ink-2">
              {text.hunt.records(formatCount(rows.rows.length))} ·{' '}
              {text.hunt.took(formatCount(rows.elapsedMs))}
            </span>
          )}
        </div>
        {result.isError && <ErrorState error={result.error} />}
        {result.isFetching && <Skeleton className="h-24 shrink-0" />}
        {rows && !result.isFetching && rows.truncated && (
          <p className="m-0 text-12 text-attention">{text.hunt.truncated}</p>
        )}
        {rows && !result.isFetching && rows.rows.length === 0 && <Empty title={text.hunt.noRows} />}
        {rows && !result.isFetching && rows.rows.length > 0 && (
          <div className="flex min-h-0 flex-1 rounded-md border border-line bg-surface-2">
            <RecordsTable
              label={text.hunt.sql}
              table={null}
              columns={rows.columns}
              rows={rows.rows}
              at={-1}
            />
          </div>
        )}
      </div>
    </div>
  );
}

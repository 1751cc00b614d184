'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedHunt } from '@dwell/simulator/router';
import { huntText } from '@/i18n/hunt-text.ts';
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
import { SavedHunts, useSavedHunts } from './saved-hunts.tsx';
import type { Hunt } from './use-hunt.ts';

const LIMIT = 1000;

/** Read-only SQL over the same logs. */
export function SqlPane({ hunt }: { hunt: Hunt }) {
  const trpc = useTRPC();
  const { text } = useReading();
  const { runId } = useRun();
  const { sql, sqlAsked } = hunt.state;
  const [draft, setDraft] = useState({ of: sql, typed: sql });
  if (draft.of !== sql) setDraft({ of: sql, typed: sql });
  const { typed } = draft;
  const setTyped = (next: string) => setDraft({ of: sql, typed: next });
  // What the address holds has been asked, so a link to a question brings its answer.
  const result = useQuery(
    trpc.hunt.sql.queryOptions(
      { runId, sql, limit: LIMIT },
      { enabled: sqlAsked && hunt.ready, retry: false, staleTime: Infinity, gcTime: 60_000 },
    ),
  );
  const rows = result.data;
  const saved = ((useSavedHunts().data ?? []) as readonly SavedHunt[]).find(
    (each) => each.sql === sql,
  );
  const run = () => {
    if (sqlAsked && sql === typed) void result.refetch();
    else hunt.set({ sql: typed }, true);
  };
  const insert = (name: string) =>
    setTyped(/(^|[\s(,])$/.test(typed) ? typed + name : `${typed} ${name}`);
  return (
    <div className="flex min-h-0 flex-1 gap-3">
      <div className="w-[232px] shrink-0 overflow-x-hidden overflow-y-auto pb-4">
        <SavedHunts hunt={hunt} />
        <Schema tables={hunt.tables} onPick={insert} />
      </div>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-2">
        {saved && <Hypothesis hunt={saved} />}
        <textarea
          aria-label={text.hunt.sql}
          data-query=""
          spellCheck={false}
          value={typed}
          rows={Math.min(saved ? 10 : 14, Math.max(5, typed.split('\n').length + 1))}
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

/** What a shipped hunt looks for and why that would show. */
function Hypothesis({ hunt }: { hunt: SavedHunt }) {
  const { language } = useReading();
  const { title, hypothesis } = huntText(language, hunt);
  return (
    <div className="shrink-0">
      <h3 className="m-0 text-16 font-medium">
        {title}
        {hunt.technique && (
          <span className="ml-3 text-12 font-normal text-ink-3">{hunt.technique}</span>
        )}
      </h3>
      {hypothesis && <p className="m-0 mt-1 max-w-[88ch] text-13 text-ink-2">{hypothesis}</p>}
    </div>
  );
}

'use client';

import type { EditorView } from '@codemirror/view';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { SavedHunt } from '@dwell/simulator/router';
import { huntText } from '@/i18n/hunt-text.ts';
import { formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { useListKeys } from '../command/use-list-keys.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { OwnHunts } from './own-hunts.tsx';
import { Pinned } from './pinned.tsx';
import { RecordsTable } from './records-table.tsx';
import { Schema } from './schema.tsx';
import { sqlPivot } from './sql-pivot.ts';
import { SavedHunts, useSavedHunts } from './saved-hunts.tsx';
import type { Hunt } from './use-hunt.ts';

const LIMIT = 1000;

const SqlText = dynamic(() => import('./sql-text.tsx'), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
});

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
  const [view, setView] = useState<EditorView | null>(null);
  const pivotOf = (index: number) =>
    rows?.rows[index] ? sqlPivot(sql, hunt.tables, rows.columns, rows.rows[index]) : null;
  const pivots = pivotOf(0) !== null;
  const open = (index: number) => {
    const pivot = pivotOf(index);
    if (pivot)
      hunt.set(
        { mode: null, table: pivot.table, q: pivot.query, span: 'all', from: null, to: null },
        true,
      );
  };
  const keys = useListKeys(pivots ? rows!.rows.length : 0, open);
  const insert = (name: string) => {
    if (!view) return;
    const { from, to } = view.state.selection.main;
    const before = view.state.doc.sliceString(Math.max(0, from - 1), from);
    const word = /^[\s(,.]?$/.test(before) ? name : ` ${name}`;
    view.dispatch({
      changes: { from, to, insert: word },
      selection: { anchor: from + word.length },
    });
    view.focus();
  };
  return (
    <div className="flex min-h-0 flex-1 gap-3">
      <div className="w-[232px] shrink-0 overflow-x-hidden overflow-y-auto pb-4">
        <Pinned hunt={hunt} />
        <OwnHunts hunt={hunt} />
        <SavedHunts hunt={hunt} />
        <Schema tables={hunt.tables} onPick={insert} />
      </div>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-2">
        {saved && <Hypothesis hunt={saved} />}
        <div
          className="max-h-[42vh] min-h-[120px] shrink-0 resize-y overflow-hidden rounded-md border border-line-strong"
          style={{
            height: `${Math.min(14, Math.max(5, typed.split('\n').length + 1)) * 20 + 16}px`,
          }}
        >
          <SqlText
            value={typed}
            onChange={setTyped}
            onRun={run}
            tables={hunt.tables}
            onView={setView}
          />
        </div>
        <div className="flex shrink-0 items-center gap-3 text-12 text-ink-3">
          <Button
            kind="primary"
            onClick={run}
            disabled={!hunt.ready || typed.trim() === '' || result.isFetching}
          >
            {text.hunt.sqlRun}
          </Button>
          {pivots ? text.hunt.sqlPivot : text.hunt.sqlHint}
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
              at={keys.at}
              {...(pivots ? { onOpen: open } : {})}
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

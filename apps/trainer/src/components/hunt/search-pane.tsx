'use client';

import { useCallback, useMemo } from 'react';
import type { Cell, HuntRows } from '@dwell/simulator/router';
import { formatCount } from '@/i18n/format-number.ts';
import { errorParts } from '@/live/error-parts.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useListKeys } from '../command/use-list-keys.ts';
import { classNames } from '../ui/class-names.ts';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { isAboutQuery } from './error-column.ts';
import { Facets } from './facets.tsx';
import { Histogram } from './histogram.tsx';
import { OwnHunts } from './own-hunts.tsx';
import { Pinned } from './pinned.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import { RecordsTable } from './records-table.tsx';
import { SavedHunts } from './saved-hunts.tsx';
import type { Hunt } from './use-hunt.ts';

/** Histogram over facets and records. */
export function SearchPane({ hunt }: { hunt: Hunt }) {
  const { text } = useReading();
  const { rows: query, histogram, set } = hunt;
  const pages = query.data?.pages as readonly HuntRows[] | undefined;
  const columns = pages?.[0]?.columns ?? [];
  const rows = useMemo<readonly (readonly Cell[])[]>(
    () => pages?.flatMap((page) => page.rows) ?? [],
    [pages],
  );
  const total = pages?.[0]?.total ?? null;
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const open = useCallback((index: number) => set({ rec: String(index) }), [set]);
  const close = useCallback(() => set({ rec: null }), [set]);
  const keys = useListKeys(rows.length, open);
  const at = hunt.state.record ?? keys.at;
  const row = hunt.state.record === null ? undefined : rows[hunt.state.record];
  return (
    <>
      <div className="shrink-0">
        {histogram.data ? (
          <Histogram
            counts={histogram.data}
            from={hunt.from}
            to={hunt.to}
            onSelect={(from, to) =>
              set({ from: String(from), to: String(to), span: null, rec: null }, true)
            }
          />
        ) : (
          !query.isError && <Skeleton className="h-28" />
        )}
      </div>
      <div className="flex min-h-0 flex-1 gap-3">
        <div className="w-[208px] shrink-0 overflow-x-hidden overflow-y-auto pb-4" tabIndex={-1}>
          <Pinned hunt={hunt} />
          <OwnHunts hunt={hunt} />
          <SavedHunts hunt={hunt} />
          <Facets hunt={hunt} />
        </div>
        <div
          className={classNames(
            'flex min-h-[240px] min-w-0 flex-1 flex-col rounded-md',
            !query.isError && 'border border-line bg-surface-2',
          )}
        >
          <div
            role="status"
            className="flex h-8 shrink-0 items-center gap-3 px-4 text-12 text-ink-3"
          >
            {pages && !query.isError && (
              <span className="text-ink-1">
                {text.hunt.records(formatCount(total ?? rows.length))}
              </span>
            )}
            {pages && !query.isError && (
              <span>{text.hunt.took(formatCount(pages.at(-1)?.elapsedMs ?? 0))}</span>
            )}
            {query.isFetching && <span className="busy">{text.common.loading}</span>}
          </div>
          {query.isError && !isAboutQuery(errorParts(query.error, text)) && (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          )}
          {query.isSuccess && rows.length === 0 && !query.isFetching && (
            <Empty title={text.hunt.noRows}>{text.hunt.noRowsNow}</Empty>
          )}
          {rows.length > 0 && !query.isError && (
            <RecordsTable
              label={text.hunt.record}
              table={hunt.state.table}
              columns={columns}
              rows={rows}
              at={at}
              onOpen={open}
              onEnd={onEnd}
            />
          )}
        </div>
      </div>
      {row && <RecordDrawer hunt={hunt} columns={columns} row={row} onClose={close} />}
    </>
  );
}

'use client';

import { useReading } from '@/i18n/provider.tsx';
import { Choice } from '../ui/choice.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Select } from '../ui/select.tsx';
import { BuildJob } from '../situation/build-job.tsx';
import { HuntActions } from './hunt-actions.tsx';
import { QueryBar } from './query-bar.tsx';
import { SearchPane } from './search-pane.tsx';
import { SqlPane } from './sql-pane.tsx';
import { TimePick } from './time-pick.tsx';
import { useHunt } from './use-hunt.ts';

/** Questions to the logs, by query or by SQL; the address holds the question. */
export function HuntScreen() {
  const { text } = useReading();
  const hunt = useHunt();
  const names = hunt.tables.map((table) => table.name);
  const tables = names.includes(hunt.state.table) ? names : [hunt.state.table, ...names];
  return (
    <div className="flex h-full min-h-[480px] flex-col gap-3 p-4 pb-2">
      <h2 className="sr-only">{text.hunt.title}</h2>
      <div className="flex shrink-0 flex-wrap items-start gap-2">
        <Choice
          label={text.hunt.mode}
          hideLabel
          at={hunt.state.mode}
          onPick={(mode) => hunt.set({ mode: mode === 'sql' ? 'sql' : null, rec: null }, true)}
          options={[
            { id: 'search', text: text.hunt.search },
            { id: 'sql', text: text.hunt.sql },
          ]}
        />
        {hunt.state.mode === 'search' && (
          <>
            <Select
              hideLabel
              label={text.hunt.table}
              value={hunt.state.table}
              options={tables.map((value) => ({ value, text: value }))}
              onPick={(table) => hunt.set({ table, q: null, rec: null }, true)}
              className="w-44"
            />
            <TimePick hunt={hunt} />
            <QueryBar hunt={hunt} />
          </>
        )}
        {hunt.state.mode === 'sql' && <span className="flex-1" />}
        <HuntActions hunt={hunt} />
      </div>
      {hunt.tablesQuery.isError && (
        <ErrorState
          error={hunt.tablesQuery.error}
          onRetry={() => void hunt.tablesQuery.refetch()}
        />
      )}
      {!hunt.ready ? (
        <>
          <BuildJob />
          <Empty title={text.hunt.noHistory}>{text.hunt.noHistoryNow}</Empty>
        </>
      ) : hunt.state.mode === 'sql' ? (
        <SqlPane hunt={hunt} />
      ) : (
        <SearchPane hunt={hunt} />
      )}
    </div>
  );
}

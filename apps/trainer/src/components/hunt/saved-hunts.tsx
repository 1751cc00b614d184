'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedHunt } from '@dwell/simulator/router';
import { huntText } from '@/i18n/hunt-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { classNames } from '../ui/class-names.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Hunt } from './use-hunt.ts';

/** The hunts that come with Dwell; they do not change while it runs. */
export function useSavedHunts() {
  const trpc = useTRPC();
  const { runId } = useRun();
  return useQuery(trpc.hunt.saved.queryOptions({ runId }, { staleTime: Infinity }));
}

/** Ready questions, each with what it looks for; a click writes the statement and asks it. */
export function SavedHunts({ hunt }: { hunt: Hunt }) {
  const { text, language } = useReading();
  const saved = useSavedHunts();
  const hunts = (saved.data ?? []) as readonly SavedHunt[];
  const { mode, sql } = hunt.state;
  // Beside a statement they are the way in; beside a query they must not push the fields away.
  const [opened, setOpen] = useState<boolean | null>(null);
  const open = opened ?? mode === 'sql';
  return (
    <section aria-label={text.hunt.saved} className="pb-3">
      <h3 className="m-0 text-12 font-normal">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="row flex w-full items-center gap-1 rounded-md px-1 text-left text-ink-3 hover:bg-surface-3 hover:text-ink-1"
        >
          <Icon name={open ? 'down' : 'right'} className="size-3 shrink-0" />
          {text.hunt.saved}
          {hunts.length > 0 && <span className="figures ml-auto pr-1">{hunts.length}</span>}
        </button>
      </h3>
      {saved.isError && <ErrorState error={saved.error} onRetry={() => void saved.refetch()} />}
      {saved.isPending && <Skeleton className="h-24" />}
      <ul className="m-0 list-none p-0" hidden={!open}>
        {hunts.map((each) => {
          const { title, hypothesis } = huntText(language, each);
          const here = mode === 'sql' && each.sql === sql;
          return (
            <li key={each.name}>
              <button
                type="button"
                aria-current={here ? 'true' : undefined}
                title={hypothesis ?? undefined}
                onClick={() => hunt.set({ mode: 'sql', sql: each.sql, rec: null }, true)}
                className={classNames(
                  'relative flex w-full flex-col rounded-md px-2 py-1 text-left',
                  here ? 'bg-surface-3' : 'hover:bg-surface-3',
                )}
              >
                {here && (
                  <span
                    aria-hidden="true"
                    className="absolute top-1 bottom-1 left-0 w-[3px] rounded-full bg-accent"
                  />
                )}
                <span className="line-clamp-2 text-13 leading-4 text-ink-1">{title}</span>
                {each.technique && (
                  <span className="mt-1 w-full truncate text-12 text-ink-3">{each.technique}</span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

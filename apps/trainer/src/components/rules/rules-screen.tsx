'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useRef } from 'react';
import type { HuntTable } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { useTRPC } from '@/trpc/client.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { BuildJob } from '../situation/build-job.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { CONTROL } from '../ui/field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useDrafts } from './drafts.ts';
import { ruleEntries } from './entries.ts';
import { RuleList } from './rule-list.tsx';
import { RuleWork } from './rule-work.tsx';
import { ruleTemplate } from './template.ts';
import { useRules } from './use-rules.ts';

const NO_TABLES: readonly HuntTable[] = [];

/** Rules from list to deployment: written, tried over the logs, let loose. The address holds which. */
export function RulesScreen() {
  const trpc = useTRPC();
  const { text, language } = useReading();
  const { runId, build } = useRun();
  const ready = build.state === 'ready';
  const address = useSearchParams();
  const picked = address.get('rule');
  const filter = address.get('q') ?? '';
  const { query, cards } = useRules();
  const drafts = useDrafts();
  const finder = useRef<HTMLInputElement>(null);
  const tables = useQuery(
    trpc.hunt.tables.queryOptions({ runId }, { enabled: ready, staleTime: 30_000 }),
  );
  const names = useMemo(() => cards.map((card) => card.name), [cards]);
  const entries = useMemo(
    () => ruleEntries(cards, drafts.drafts, filter, language),
    [cards, drafts.drafts, filter, language],
  );
  const entry = useMemo(
    () => ruleEntries(cards, drafts.drafts, '').find((each) => each.key === picked),
    [cards, drafts.drafts, picked],
  );
  const pick = (key: string) => setSearchParams({ rule: key }, true);
  const { add } = drafts;
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'query',
        title: text.rules.filter,
        group: 'go',
        keys: '/',
        run: () => finder.current?.focus(),
      },
      {
        id: 'rule-new',
        title: text.rules.create,
        group: 'act',
        keys: 'c',
        run: () => setSearchParams({ rule: add(ruleTemplate(names)) }, true),
      },
    ],
    [text, add, names],
  );
  useCommands(commands);
  useFirstRule(picked, entries[0]?.key ?? null);
  if (!ready)
    return (
      <div className="flex flex-col gap-3 p-4">
        <h2 className="m-0 text-20 font-semibold">{text.rules.title}</h2>
        <BuildJob />
        <Empty title={text.situation.waits}>{text.hunt.noHistoryNow}</Empty>
      </div>
    );
  return (
    <div className="flex h-full min-h-[480px] gap-3 p-4">
      <div className="flex w-[248px] shrink-0 flex-col gap-3 overflow-y-auto max-xl:w-[216px]">
        <div className="flex items-center gap-2 px-3">
          <h2 className="m-0 text-20 font-semibold">{text.rules.title}</h2>
          <Button
            small
            className="ml-auto"
            onClick={() => pick(add(ruleTemplate(names)))}
            title="c"
          >
            {text.rules.create}
          </Button>
        </div>
        <div className="px-3">
          <input
            ref={finder}
            type="search"
            aria-label={text.rules.filter}
            placeholder={text.rules.filter}
            value={filter}
            onChange={(event) => setSearchParams({ q: event.target.value || null })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
            className={CONTROL}
          />
        </div>
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Skeleton className="mx-3 h-64" />}
        {query.isSuccess && entries.length === 0 && (
          <Empty title={text.rules.none}>{text.rules.noneNow}</Empty>
        )}
        <RuleList entries={entries} picked={picked} onPick={pick} />
      </div>
      <div className="flex min-w-0 flex-1 gap-3 max-xl:flex-col max-xl:overflow-y-auto">
        {entry ? (
          <RuleWork
            key={entry.key}
            entry={entry}
            drafts={drafts}
            tables={(tables.data as readonly HuntTable[] | undefined) ?? NO_TABLES}
            names={names}
          />
        ) : (
          query.isSuccess && (
            <Empty title={picked ? text.rules.gone : text.rules.pick}>{text.rules.pickNow}</Empty>
          )
        )}
      </div>
    </div>
  );
}

/** Opens the first rule of the list when the address names none, without a step in the history. */
function useFirstRule(picked: string | null, first: string | null): void {
  useEffect(() => {
    if (picked === null && first !== null) setSearchParams({ rule: first });
  }, [picked, first]);
}

'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { DAY_MS } from '@dwell/core/time';
import type { Facet, HuntTable, RuleProblem } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { simAt } from '@/live/sim-now.ts';
import { useTRPC } from '@/trpc/client.ts';
import { useCommands } from '../command/command-context.ts';
import type { Command } from '../command/registry.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { BacktestPane } from './backtest-pane.tsx';
import { BACKTEST_DAYS, backtestSpan } from './backtest-span.ts';
import { DeployBar } from './deploy-bar.tsx';
import { type useDrafts } from './drafts.ts';
import type { RuleEntry } from './entries.ts';
import { ProblemList } from './problem-list.tsx';
import { RuleHead } from './rule-head.tsx';
import { nameOf } from './template.ts';
import { useBacktest } from './use-backtest.ts';
import { useProblems } from './use-problems.ts';
import { useSave } from './use-save.ts';

const RuleText = dynamic(() => import('./rule-text.tsx'), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
});

type Props = {
  entry: RuleEntry;
  drafts: ReturnType<typeof useDrafts>;
  tables: readonly HuntTable[];
  names: readonly string[];
};

/** How long a text stands still before the server keeps it too. */
const AUTOSAVE_MS = 3000;

/** One rule: its text, what is wrong with it, what it would have found, and the way to deploy it. */
export function RuleWork({ entry, drafts, tables, names }: Props) {
  const { text } = useReading();
  const { card, draft, key } = entry;
  const rule = draft?.text ?? card?.text ?? '';
  const { problems, errors, settled } = useProblems(rule);
  const [goTo, setGoTo] = useState<RuleProblem | null>(null);
  const backtest = useBacktest();
  const address = useSearchParams();
  const { clock } = useRun();
  const save = useSave(key, drafts);
  const name = nameOf(rule);
  const vocabulary = useMemo(() => ({ tables, rules: names }), [tables, names]);
  const counts = useFieldCounts();
  const write = (next: string) => {
    if (card && next === card.text) drafts.drop(key);
    else drafts.put(key, { text: next, of: card?.text ?? null });
  };
  const doSave = () => {
    if (draft && rule.trim() !== '') save.run(rule);
  };
  const doTest = () => {
    if (errors > 0) return;
    const days = BACKTEST_DAYS[backtestSpan(address.get('logs'))];
    const now = Math.floor(simAt(clock, performance.now()));
    backtest.run(rule, days === null ? undefined : Math.max(0, now - days * DAY_MS));
  };
  useAutosave(
    draft !== null && card?.origin === 'own' && name === card.name && errors === 0,
    rule,
    () => save.run(rule, true),
  );
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'rule-problem',
        title: text.rules.nextProblem,
        group: 'list',
        keys: 'e',
        run: () => setGoTo(problems[0] ? { ...problems[0] } : null),
      },
    ],
    [text, problems],
  );
  useCommands(commands);
  return (
    <>
      <div className="flex min-w-0 flex-1 flex-col gap-3 overflow-y-auto max-xl:flex-none max-xl:overflow-visible">
        <RuleHead
          entry={entry}
          rule={rule}
          name={name}
          save={save}
          drafts={drafts}
          onSave={doSave}
        />
        <div className="min-h-[240px] flex-1 overflow-hidden rounded-md border border-line-strong max-xl:h-[44vh] max-xl:flex-none">
          <RuleText
            value={rule}
            onChange={write}
            problems={problems}
            vocabulary={vocabulary}
            counts={counts}
            onSave={doSave}
            onTest={doTest}
            goTo={goTo}
          />
        </div>
        <ProblemList
          problems={problems}
          settled={settled}
          onGo={(problem) => setGoTo({ ...problem })}
        />
        <DeployBar
          name={name}
          card={card}
          text={rule}
          errors={errors}
          onDeployed={() => {
            // The copy that its author goes on with is the one that was deployed.
            if (draft) save.run(rule, true);
          }}
        />
      </div>
      <div className="w-[420px] shrink-0 overflow-y-auto max-xl:w-auto max-xl:overflow-visible">
        <BacktestPane backtest={backtest} text={rule} errors={errors} onRun={doTest} />
      </div>
    </>
  );
}

/** Asks for the commonest values of a field; an answer holds for a while. */
function useFieldCounts(): (table: string, field: string) => Promise<Facet['top']> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { runId } = useRun();
  return useCallback(
    async (table, field) => {
      const facets: readonly Facet[] = await queryClient.fetchQuery(
        trpc.hunt.facets.queryOptions(
          { runId, table, query: '', fields: [field] },
          { staleTime: 5 * 60_000, retry: false },
        ),
      );
      return facets[0]?.top ?? [];
    },
    [trpc, queryClient, runId],
  );
}

/** Saves once a text that may be saved has stood still for a while. */
function useAutosave(may: boolean, rule: string, save: () => void): void {
  useEffect(() => {
    if (!may) return;
    const timer = setTimeout(save, AUTOSAVE_MS);
    return () => clearTimeout(timer);
    // The text is what is waited for; what saves it is made anew with every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [may, rule]);
}

'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ScenarioCard } from '@dwell/simulator/router';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { NewRunForm } from './new-run-form.tsx';
import { PageFrame } from './page-frame.tsx';
import { ScenarioCards } from './scenario-cards.tsx';

/** The scenario that the others vary stands first. */
const FIRST = 'insider-key';
const inOrder = (cards: readonly ScenarioCard[]) =>
  cards.toSorted((a, b) => Number(b.name === FIRST) - Number(a.name === FIRST));

/** One page, sensible from the start: pick nothing and press the button. */
export function NewRunScreen() {
  const trpc = useTRPC();
  const { text } = useReading();
  const scenarios = useQuery(trpc.run.scenarios.queryOptions(undefined, { staleTime: Infinity }));
  const [picked, setPicked] = useState<string | null>(null);
  const cards = useMemo(
    () => inOrder((scenarios.data ?? []) as readonly ScenarioCard[]),
    [scenarios.data],
  );
  const card = cards.find((each) => each.name === picked) ?? cards[0];
  return (
    <PageFrame title={text.create.title}>
      {scenarios.isPending && <Skeleton className="h-64" />}
      {scenarios.isError && (
        <ErrorState error={scenarios.error} onRetry={() => void scenarios.refetch()} />
      )}
      {scenarios.isSuccess && !card && (
        <Empty title={text.create.noScenarios}>{text.create.noScenariosNow}</Empty>
      )}
      {card && (
        <div className="flex flex-col gap-6">
          <ScenarioCards cards={cards} picked={card.name} onPick={setPicked} />
          <NewRunForm key={card.name} card={card} />
        </div>
      )}
    </PageFrame>
  );
}

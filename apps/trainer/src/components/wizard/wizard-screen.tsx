'use client';

import { useQuery } from '@tanstack/react-query';
import type { ExerciseCard } from '@dwell/simulator/router';
import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { PageFrame } from '../runs/page-frame.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { WizardForm } from './wizard-form.tsx';

/** Four steps with defaults that work: the lobby can be opened from the first. */
export function WizardScreen() {
  const trpc = useTRPC();
  const { text } = useReading();
  const [picked, setPicked] = useState<string | null>(null);
  const shelf = useQuery(trpc.exercise.shelf.queryOptions(undefined, { staleTime: Infinity }));
  // A crisis stands first: it is what a class plays.
  const cards = ((shelf.data ?? []) as readonly ExerciseCard[]).toSorted(
    (a, b) => Number(b.mode === 'crisis') - Number(a.mode === 'crisis'),
  );
  const card = cards.find((each) => each.name === picked) ?? cards[0];
  return (
    <PageFrame title={text.wizard.title}>
      {shelf.isPending && <Skeleton className="h-64" />}
      {shelf.isError && <ErrorState error={shelf.error} onRetry={() => void shelf.refetch()} />}
      {shelf.isSuccess && !card && (
        <Empty title={text.wizard.noneTitle}>{text.wizard.noneNow}</Empty>
      )}
      {card && <WizardForm cards={cards} card={card} onPick={setPicked} />}
    </PageFrame>
  );
}

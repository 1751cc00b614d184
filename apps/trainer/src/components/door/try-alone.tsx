'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ExerciseCard } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { defaultSettings } from '../wizard/settings.ts';

/** A world of one's own: nobody to gather, bots in the other seats, truth hidden. */
export function TryAlone({ instructor }: { instructor: boolean }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { text, language } = useReading();
  const shelf = useQuery(
    trpc.exercise.shelf.queryOptions(undefined, { enabled: instructor, staleTime: Infinity }),
  );
  const create = useMutation(
    trpc.exercise.create.mutationOptions({ onSuccess: ({ id }) => router.push(`/seat/${id}`) }),
  );
  const cards = (shelf.data ?? []) as readonly ExerciseCard[];
  const words = text.ways;
  const go = (card: ExerciseCard) => {
    const name = `${pickText(language, card.title)}, ${text.exercises.solo}`;
    const settings = defaultSettings(card, { name, team: text.wizard.teamName(1) });
    create.mutate({
      ...settings,
      roles: [...settings.roles],
      teams: [...settings.teams],
      jurisdictions: [...settings.jurisdictions],
      solo: true,
    });
  };
  return (
    <section className="flex flex-col items-start gap-3">
      <h2 className="m-0 text-13 font-normal text-ink-2">{words.alone}</h2>
      {instructor ? (
        <div className="flex flex-wrap gap-2">
          {(['campaign', 'crisis'] as const).map((mode) => {
            const card = cards.find((each) => each.mode === mode);
            return (
              <Button
                key={mode}
                className="h-10! px-4! text-14!"
                disabled={!card || create.isPending}
                onClick={() => card && go(card)}
              >
                {create.isPending && create.variables.exercise === card?.name
                  ? words.aloneBusy
                  : mode === 'campaign'
                    ? words.aloneCampaign
                    : words.aloneCrisis}
              </Button>
            );
          })}
        </div>
      ) : (
        <Link href="/sign-in" className={`${buttonClass()} h-10! px-5! text-14! no-underline`}>
          {words.aloneAct}
        </Link>
      )}
      <p className="m-0 text-12 text-ink-3">{instructor ? words.aloneNote : words.aloneSignIn}</p>
      {create.isError && <ErrorState error={create.error} />}
    </section>
  );
}

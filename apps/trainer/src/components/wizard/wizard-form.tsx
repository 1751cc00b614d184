'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { ExerciseCard, ExerciseSettings } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { EstimatePanel } from '../runs/estimate-panel.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { DifficultyStep } from './difficulty-step.tsx';
import { LengthStep } from './length-step.tsx';
import { defaultSettings, problemsOf } from './settings.ts';
import { ShelfStep } from './shelf-step.tsx';
import { STEPS, StepTabs, type Step } from './step-tabs.tsx';
import { TeamsStep } from './teams-step.tsx';

type Props = {
  cards: readonly ExerciseCard[];
  card: ExerciseCard;
  onPick: (name: string) => void;
};

/** The settings as they stand; another exercise keeps what does not hang on it. */
function useSettings(card: ExerciseCard) {
  const { text, language } = useReading();
  const [changes, setChanges] = useState<Partial<ExerciseSettings>>({});
  const [of, setOf] = useState(card.name);
  if (of !== card.name) {
    const { name: _name, jurisdictions: _law, roles: _roles, ...kept } = changes;
    setChanges(kept);
    setOf(card.name);
  }
  const settings: ExerciseSettings = {
    ...defaultSettings(card, {
      name: pickText(language, card.title),
      team: text.wizard.teamName(1),
    }),
    ...changes,
  };
  return [
    settings,
    (change: Partial<ExerciseSettings>) => setChanges((old) => ({ ...old, ...change })),
  ] as const;
}

/** The four steps, the estimate below them, and the way into the lobby from each. */
export function WizardForm({ cards, card, onPick }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const { text, language } = useReading();
  const [step, setStep] = useState<Step>('shelf');
  const [settings, change] = useSettings(card);
  const create = useMutation(
    trpc.exercise.create.mutationOptions({
      onSuccess: ({ id }, { solo }) => router.push(solo ? `/seat/${id}` : `/exercises/${id}`),
    }),
  );
  const wrong = problemsOf(settings);
  const at = STEPS.indexOf(step);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length > 0) return;
    create.mutate({
      ...settings,
      name: settings.name.trim() || pickText(language, card.title),
      teams: settings.teams.map((name) => name.trim()),
      roles: [...settings.roles],
      jurisdictions: [...settings.jurisdictions],
    });
  };
  const parts = { card, settings, onChange: change };
  return (
    <form onSubmit={submit} className="flex flex-col gap-6">
      <StepTabs at={step} onPick={setStep} wrong={wrong} />
      <div className="min-h-[360px]">
        {step === 'shelf' && <ShelfStep cards={cards} picked={card.name} onPick={onPick} />}
        {step === 'length' && <LengthStep {...parts} />}
        {step === 'difficulty' && <DifficultyStep {...parts} />}
        {step === 'teams' && <TeamsStep {...parts} />}
      </div>
      {create.isError && <ErrorState error={create.error} />}
      <EstimatePanel
        scenario={card.scenario}
        scale={settings.scale}
        start={card.mode}
        action={(fits) => (
          <>
            {at > 0 && (
              <Button kind="quiet" onClick={() => setStep(STEPS[at - 1]!)}>
                {text.wizard.back}
              </Button>
            )}
            {at < STEPS.length - 1 && (
              <Button onClick={() => setStep(STEPS[at + 1]!)}>{text.wizard.next}</Button>
            )}
            <Button
              type="submit"
              kind="primary"
              disabled={!fits || create.isPending || wrong.length > 0}
            >
              {create.isPending ? text.wizard.starting : text.wizard.start}
            </Button>
          </>
        )}
      />
    </form>
  );
}

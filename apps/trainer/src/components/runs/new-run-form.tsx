'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { ScenarioCard } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useTRPC } from '@/trpc/client.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { EstimatePanel } from './estimate-panel.tsx';
import { knobIsFine, KnobList } from './knob-list.tsx';

const SCALES = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
type Start = 'campaign' | 'crisis' | 'date';

/** Start, seed, scale, knobs; every field has a default that works. */
export function NewRunForm({ card }: { card: ScenarioCard }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { text, language } = useReading();
  const [start, setStart] = useState<Start>('crisis');
  const [date, setDate] = useState(card.starts.crisis.slice(0, 16));
  const [name, setName] = useState('');
  const [seed, setSeed] = useState('42');
  const [scale, setScale] = useState(10_000);
  const [knobs, setKnobs] = useState<Readonly<Record<string, string>>>({});
  const create = useMutation(
    trpc.run.create.mutationOptions({ onSuccess: ({ id }) => router.push(`/runs/${id}`) }),
  );
  const defaultName = `${pickText(language, card.title)}, ${text.create.starts[start].toLowerCase()}`;
  const startText = start === 'date' ? date : start;
  const seedIsFine = /^\d{1,15}$/.test(seed);
  const knobsAreFine = Object.entries(knobs).every(
    ([knob, value]) => card.knobs[knob] && knobIsFine(card.knobs[knob], value),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!seedIsFine || !knobsAreFine) return;
    create.mutate({
      name: name.trim() || defaultName,
      scenario: card.name,
      seed: Number(seed),
      scale,
      start: startText,
      knobs: Object.fromEntries(
        Object.entries(knobs).map(([knob, value]) => [knob, Number(value)]),
      ),
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-6">
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-8 gap-y-5 max-md:grid-cols-1">
        <div className="flex flex-col gap-2">
          <Choice
            label={text.create.start}
            at={start}
            onPick={setStart}
            options={(['crisis', 'campaign', 'date'] as const).map((id) => ({
              id,
              text: text.create.starts[id],
              hint: text.create.startNotes[id],
            }))}
          />
          <p className="m-0 text-13 text-ink-2">
            {text.create.startNotes[start]}
            {start !== 'date' && (
              <span className="ml-2 font-mono text-12 text-ink-3">
                {card.starts[start].slice(0, 16).replace('T', ' ')}
              </span>
            )}
          </p>
          {start === 'date' && (
            <Field
              label={text.create.startDate}
              type="datetime-local"
              value={date}
              min={card.from.slice(0, 16)}
              max={card.to.slice(0, 16)}
              onChange={(event) => setDate(event.target.value)}
              className="w-64"
            />
          )}
        </div>
        <Field
          label={text.create.name}
          value={name}
          placeholder={defaultName}
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={text.create.scale}
          hint={text.create.scaleHint}
          value={String(scale)}
          onPick={(value) => setScale(Number(value))}
          options={SCALES.map((value) => ({ value: String(value), text: `1:${value}` }))}
        />
        <Field
          label={text.create.seed}
          hint={text.create.seedHint}
          error={seedIsFine ? undefined : text.respond.number('0', '999,999,999,999,999')}
          inputMode="numeric"
          value={seed}
          onChange={(event) => setSeed(event.target.value.trim())}
        />
      </div>
      <KnobList specs={card.knobs} values={knobs} onChange={setKnobs} />
      {create.isError && <ErrorState error={create.error} />}
      <EstimatePanel
        scenario={card.name}
        scale={scale}
        start={startText}
        action={(fits) => (
          <Button
            type="submit"
            kind="primary"
            disabled={!fits || create.isPending || !seedIsFine || !knobsAreFine}
          >
            {create.isPending ? text.create.busy : text.create.act}
          </Button>
        )}
      />
    </form>
  );
}

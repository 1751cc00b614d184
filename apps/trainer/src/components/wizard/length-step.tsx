'use client';

import type { ExerciseCard, ExerciseSettings } from '@dwell/simulator/router';
import { formatSpan } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { LENGTHS } from './settings.ts';

type Props = {
  card: ExerciseCard;
  settings: ExerciseSettings;
  onChange: (change: Partial<ExerciseSettings>) => void;
};

/** Its name, how long it takes, and the programme that follows from it. */
export function LengthStep({ card, settings, onChange }: Props) {
  const { text, language } = useReading();
  const words = text.wizard;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-start gap-8 max-lg:grid-cols-1">
      <div className="flex flex-col gap-6">
        <Field
          label={words.name}
          hint={words.nameHint}
          value={settings.name}
          maxLength={120}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <div className="flex flex-col gap-2">
          <Choice
            label={words.length}
            options={LENGTHS.map((id) => ({ id, text: words.lengths[id] }))}
            at={settings.length}
            onPick={(length) => onChange({ length })}
          />
          <p className="m-0 text-13 text-ink-2">{words.lengthNotes[settings.length]}</p>
        </div>
        <p className="m-0 text-13 text-ink-2">
          <span className="text-ink-1">{words.modes[card.mode]}.</span> {words.modeNotes[card.mode]}
        </p>
      </div>
      <Panel title={words.programme} aside={words.minutes(card.minutes)}>
        <ol className="m-0 flex list-none flex-col p-0">
          {card.plan.phases.map((phase) => (
            <li
              key={phase.id}
              className="grid grid-cols-[88px_1fr] items-baseline gap-x-4 border-t border-line py-2 first:border-t-0"
            >
              <span className="figures text-12 text-ink-3">
                {words.atMinute(phase.minutes.from, phase.minutes.to)}
              </span>
              <span className="text-13">
                {pickText(language, phase.title)}
                <span className="ml-2 text-12 text-ink-3">
                  {phase.sim
                    ? formatSpan(language, phase.sim.to - phase.sim.from)
                    : words.clockStands}
                </span>
                <span className="block text-12 text-ink-2">
                  {pickText(language, phase.demanded)}
                </span>
              </span>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}

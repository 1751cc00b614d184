'use client';

import type { ExerciseCard } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { InjectStrip } from './inject-strip.tsx';

type Props = { cards: readonly ExerciseCard[]; picked: string; onPick: (name: string) => void };

/** The shelf: what each exercise is about, how long, and its injects over time. */
export function ShelfStep({ cards, picked, onPick }: Props) {
  const { text, language } = useReading();
  const words = text.wizard;
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="sr-only">{words.shelf}</legend>
      <div className="grid grid-cols-2 gap-4 max-lg:grid-cols-1">
        {cards.map((card) => (
          <label
            key={card.name}
            className={classNames(
              'relative flex cursor-pointer flex-col gap-4 rounded-md border bg-surface-2 p-5 has-focus-visible:outline-2 has-focus-visible:outline-accent',
              card.name === picked ? 'border-accent' : 'border-line hover:border-line-strong',
            )}
          >
            <input
              type="radio"
              name="exercise"
              className="absolute inset-0 cursor-pointer opacity-0"
              checked={card.name === picked}
              onChange={() => onPick(card.name)}
            />
            <span className="flex items-baseline gap-3">
              <span className="text-16 font-medium">{pickText(language, card.title)}</span>
              <span className="ml-auto text-12 whitespace-nowrap text-ink-3">
                {words.modes[card.mode]} · {words.minutes(card.minutes)}
              </span>
            </span>
            <span className="text-13 text-ink-2">{pickText(language, card.summary)}</span>
            <InjectStrip plan={card.plan} />
            <span className="mt-auto flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
              <span>{words.injects(card.plan.injects.filter((each) => each.matters).length)}</span>
              <span>{words.decisions(card.plan.decisions.length)}</span>
              <span>{words.rolesOf(card.plan.cards.length)}</span>
              <span className="ml-auto font-mono text-ink-3">{card.scenario}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

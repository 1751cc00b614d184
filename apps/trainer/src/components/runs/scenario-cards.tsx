'use client';

import type { ScenarioCard } from '@dwell/simulator/router';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { AttackShape } from './attack-shape.tsx';

type Props = { cards: readonly ScenarioCard[]; picked: string; onPick: (name: string) => void };

/** The scenarios side by side, each with its attack drawn; native radios underneath. */
export function ScenarioCards({ cards, picked, onPick }: Props) {
  const { text, language } = useReading();
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="mb-2 p-0 text-12 text-ink-2">{text.create.scenario}</legend>
      <div className="grid grid-cols-3 gap-3 max-lg:grid-cols-1">
        {cards.map((card) => (
          <label
            key={card.name}
            className={classNames(
              'relative flex cursor-pointer flex-col gap-3 rounded-md border bg-surface-2 p-4 has-focus-visible:outline-2 has-focus-visible:outline-accent',
              card.name === picked ? 'border-accent' : 'border-line hover:border-line-strong',
            )}
          >
            <input
              type="radio"
              name="scenario"
              className="absolute inset-0 cursor-pointer opacity-0"
              checked={card.name === picked}
              onChange={() => onPick(card.name)}
            />
            <span className="flex items-baseline gap-3">
              <span className="text-16 font-medium">{pickText(language, card.title)}</span>
              <span className="ml-auto text-12 whitespace-nowrap text-ink-3">
                {text.create.days(card.days)}
              </span>
            </span>
            {card.shape && card.shape.length > 1 ? (
              <AttackShape card={card} />
            ) : (
              <span className="text-12 text-ink-3">{text.create.shapeHidden}</span>
            )}
            <span className="text-13 text-ink-2">{pickText(language, card.summary)}</span>
            <span className="mt-auto flex flex-wrap gap-x-3 gap-y-1 pt-1 font-mono text-12 text-ink-3">
              {card.techniques.map((technique) => (
                <span
                  key={technique.id}
                  title={`${technique.id} ${technique.name}`}
                  className="relative hover:text-ink-1"
                >
                  {technique.id}
                </span>
              ))}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

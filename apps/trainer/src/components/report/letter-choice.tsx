'use client';

import { useId } from 'react';
import type { HistoryObjective, Letter } from '@dwell/scoring';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { classNames } from '../ui/class-names.ts';

const LETTERS: readonly Letter[] = ['P', 'S', 'M', 'U'];
const key = (letter: Letter) => letter.toLowerCase() as 'p' | 's' | 'm' | 'u';

type Props = {
  objective: HistoryObjective;
  at: Letter | null;
  suggested: Letter | null;
  disabled: boolean;
  onPick: (letter: Letter) => void;
};

/** The four letters with what each means for this objective; the suggested one says so. */
export function LetterChoice({ objective, at, suggested, disabled, onPick }: Props) {
  const { text, language } = useReading();
  const name = useId();
  return (
    <fieldset className="m-0 border-0 p-0" disabled={disabled}>
      <legend className="mb-1 p-0 text-12 text-ink-2">{text.rating.letter}</legend>
      <div className="grid grid-cols-4 gap-2 max-lg:grid-cols-2">
        {LETTERS.map((letter) => (
          <label
            key={letter}
            className={classNames(
              'relative flex cursor-pointer gap-3 rounded-md border px-3 py-2',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent',
              letter === at
                ? 'border-accent bg-accent-soft'
                : letter === suggested
                  ? 'border-dashed border-line-strong'
                  : 'border-line hover:border-line-strong',
            )}
          >
            <input
              type="radio"
              name={name}
              className="absolute inset-0 cursor-pointer opacity-0"
              checked={letter === at}
              onChange={() => onPick(letter)}
            />
            <span aria-hidden="true" className="text-20 font-semibold">
              {letter}
            </span>
            <span className="min-w-0 text-12">
              <span className="sr-only">{letter}: </span>
              <span className="block text-ink-1">
                {letter === at && <span aria-hidden="true">✓ </span>}
                {pickText(language, objective.ratings[key(letter)])}
              </span>
              <span className="block text-ink-3">{text.pack.ratings[key(letter)]}</span>
              {letter === suggested && (
                <span className="mt-1 block text-info">○ {text.rating.suggested}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      {suggested === null && (
        <p className="m-0 mt-1 text-12 text-ink-3">{text.rating.nothingSuggested}</p>
      )}
    </fieldset>
  );
}

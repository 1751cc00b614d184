'use client';

import type { ReactNode } from 'react';
import type { SimTime } from '@dwell/core/time';
import type { ResponseCard } from '@dwell/simulator/router';
import { formatWon } from '@/i18n/format-number.ts';
import { formatSpan } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useListKeys } from '../command/use-list-keys.ts';
import { classNames } from '../ui/class-names.ts';
import { SimTimeText } from '../ui/sim-time.tsx';

/** The address's name for the decision that is no response: to declare an incident. */
export const DECLARE = 'declare';

export const TOUCH_ORDER = [
  'token',
  'key',
  'gateway',
  'source',
  'account',
  'evidence',
  'people',
] as const;

type Props = {
  cards: readonly ResponseCard[];
  picked: string | null;
  /** When an incident was first declared. */
  declaredAt: SimTime | null;
  onPick: (id: string) => void;
};

/** Every response, grouped by what it touches, with how long it takes and what it costs. */
export function Catalogue({ cards, picked, declaredAt, onPick }: Props) {
  const { text } = useReading();
  const { run } = useRun();
  const sorted = TOUCH_ORDER.flatMap((touches) => cards.filter((card) => card.touches === touches));
  const ids = [DECLARE, ...sorted.map((card) => card.id)];
  const { at, itemProps } = useListKeys(ids.length, (index) => onPick(ids[index]!));
  const entry = (id: string, line: ReactNode) => {
    const index = ids.indexOf(id);
    return (
      <button
        type="button"
        {...itemProps(index)}
        aria-current={id === picked ? 'true' : undefined}
        onClick={() => onPick(id)}
        className={classNames(
          'relative flex w-full flex-col rounded-md px-3 py-2 text-left',
          id === picked ? 'bg-surface-3' : index === at ? 'bg-surface-2' : 'hover:bg-surface-2',
        )}
      >
        {id === picked && (
          <span
            aria-hidden="true"
            className="absolute top-2 bottom-2 left-0 w-[3px] rounded-full bg-accent"
          />
        )}
        {line}
      </button>
    );
  };
  return (
    <nav aria-label={text.respond.title} className="flex flex-col gap-4">
      <section>
        <h3 className="m-0 mb-1 px-3 text-12 font-normal text-ink-3">{text.respond.decisions}</h3>
        {entry(
          DECLARE,
          <>
            <span className="text-13 text-ink-1">{text.respond.declare.title}</span>
            <span className="text-12 text-ink-3">
              {declaredAt === null ? (
                text.respond.declare.clocks
              ) : (
                <>
                  {text.respond.declare.when}{' '}
                  <SimTimeText calendar={run.calendar} at={declaredAt} />
                </>
              )}
            </span>
          </>,
        )}
      </section>
      {TOUCH_ORDER.map((touches) => {
        const group = sorted.filter((card) => card.touches === touches);
        if (group.length === 0) return null;
        return (
          <section key={touches}>
            <h3 className="m-0 mb-1 px-3 text-12 font-normal text-ink-3">
              {text.respond.touches[touches]}
            </h3>
            <ul className="m-0 list-none p-0">
              {group.map((card) => (
                <li key={card.id}>{entry(card.id, <CardLine card={card} />)}</li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

function CardLine({ card }: { card: ResponseCard }) {
  const { text, language } = useReading();
  return (
    <>
      <span className={classNames('text-13', card.available ? 'text-ink-1' : 'text-ink-3')}>
        {pickText(language, card.title)}
      </span>
      <span className="flex gap-3 text-12 text-ink-3">
        <span>{formatSpan(language, card.leadMs)}</span>
        <span>{formatWon(language, card.priceWon)}</span>
        {!card.available && <span>{text.respond.unavailable}</span>}
      </span>
    </>
  );
}

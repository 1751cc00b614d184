'use client';

import { useId, useState } from 'react';
import { HOUR_MS } from '@dwell/core/time';
import type { Change, WhatIfOffer } from '@dwell/simulator/router';
import { formatMoment, formatSpan } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Select } from '../ui/select.tsx';
import { useBoard } from './board.tsx';
import { useScrub } from './scrub.tsx';
import { shiftAmounts } from './shift-amounts.ts';

type OfOffer = { offer: WhatIfOffer; onTry: (change: Change) => void };
type Own = { onTry: (change: Change) => void };

/** What is offered first: half a day earlier, or as early as it goes. */
const FIRST_MS = -12 * HOUR_MS;

/** Earlier or later, by round amounts. */
export function ShiftFields({ offer, onTry }: OfOffer) {
  const { text, language } = useReading();
  const { calendar } = useBoard().debrief.history;
  const id = useId();
  const amounts = shiftAmounts(offer.at, offer.from, offer.to);
  const [at, setAt] = useState(() => amounts.findIndex((each) => each >= FIRST_MS || each === 0));
  const by = amounts[at] ?? 0;
  const words = text.debrief.whatIf;
  const told =
    by === 0
      ? words.same
      : by < 0
        ? words.earlier(formatSpan(language, -by))
        : words.later(formatSpan(language, by));
  return (
    <>
      <div className="flex flex-col gap-2">
        <label htmlFor={id} className="flex items-baseline text-12 text-ink-2">
          {words.by}
          <output htmlFor={id} className="ml-auto text-16 font-semibold text-ink-1 2xl:text-20">
            {told}
          </output>
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={amounts.length - 1}
          step={1}
          value={at}
          aria-valuetext={told}
          onChange={(event) => setAt(Number(event.target.value))}
        />
        <span className="text-12 text-ink-3">
          {words.byAt(formatMoment(language, calendar, offer.at + by))}
        </span>
      </div>
      <Button
        kind="primary"
        disabled={by === 0}
        onClick={() => onTry({ do: 'shift', sequence: offer.sequence, byMs: by })}
      >
        {words.act}
      </Button>
    </>
  );
}

/** Another option, or another way of doing it. */
export function InsteadFields({ offer, onTry }: OfOffer) {
  const { text, language } = useReading();
  const [at, setAt] = useState(0);
  const words = text.debrief.whatIf;
  const picked = offer.instead[at];
  return (
    <>
      <Select
        label={words.option}
        value={String(at)}
        options={offer.instead.map((each, n) => ({
          value: String(n),
          text: pickText(language, each.title),
        }))}
        onPick={(n) => setAt(Number(n))}
      />
      <Button
        kind="primary"
        disabled={!picked}
        onClick={() => {
          if (!picked) return;
          const { title: _, ...other } = picked;
          onTry({ do: 'instead', sequence: offer.sequence, ...other });
        }}
      >
        {words.act}
      </Button>
    </>
  );
}

/** Something that nobody did, at a time of its own or where the line stands. */
export function AddFields({ onTry }: Own) {
  const { text, language } = useReading();
  const { debrief } = useBoard();
  const { at: line } = useScrub();
  const [at, setAt] = useState(0);
  const [when, setWhen] = useState<'own' | 'line'>('own');
  const words = text.debrief.whatIf;
  const { suggestions, history } = debrief;
  const change = suggestions[at]?.change;
  const movable = change?.do === 'add';
  return (
    <>
      <Select
        label={words.response}
        value={String(at)}
        options={suggestions.map((each, n) => ({
          value: String(n),
          text: pickText(language, each.title),
        }))}
        onPick={(n) => setAt(Number(n))}
      />
      {movable && (
        <Choice
          label={words.when}
          options={[
            { id: 'own', text: formatMoment(language, history.calendar, change.at) },
            {
              id: 'line',
              text: `${words.atLine}, ${formatMoment(language, history.calendar, line)}`,
            },
          ]}
          at={when}
          onPick={setWhen}
        />
      )}
      <Button
        kind="primary"
        disabled={!change}
        onClick={() => {
          if (change) onTry(movable && when === 'line' ? { ...change, at: line } : change);
        }}
      >
        {words.act}
      </Button>
    </>
  );
}

const PLAYBOOKS = ['expert', 'written', 'nothing'] as const;

/** Another team in the same seats. */
export function TeamFields({ onTry }: Own) {
  const { text } = useReading();
  const [playbook, setPlaybook] = useState<(typeof PLAYBOOKS)[number]>('expert');
  const words = text.debrief.whatIf;
  return (
    <>
      <Select
        label={words.playbook}
        value={playbook}
        options={PLAYBOOKS.map((id) => ({ value: id, text: words.playbooks[id] }))}
        onPick={(id) => setPlaybook(id as (typeof PLAYBOOKS)[number])}
      />
      <Button kind="primary" onClick={() => onTry({ do: 'team', playbook })}>
        {words.act}
      </Button>
    </>
  );
}

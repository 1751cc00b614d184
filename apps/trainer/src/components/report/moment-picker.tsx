'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import type { Moment } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { findMoments, type Lane } from './find-moments.ts';
import { MomentLine } from './moment-line.tsx';
import { useNames } from './use-names.ts';

const SHOWN = 40;
const LANES: readonly Lane[] = ['all', 'done', 'seen', 'happened'];
const NONE: readonly Moment[] = [];

type Props = {
  picked: readonly string[];
  onPick: (moment: string) => void;
  onClose: () => void;
};

/** Search in the log; what is picked leaves the list. Escape closes it. */
export function MomentPicker({ picked, onPick, onClose }: Props) {
  const { text, language } = useReading();
  const { view } = useDebrief();
  const nameOf = useNames();
  const [words, setWords] = useState('');
  const [lane, setLane] = useState<Lane>('done');
  const asked = useDeferredValue(words);
  const moments = view.debrief?.history.moments ?? NONE;
  const found = useMemo(
    () =>
      findMoments({ moments, words: asked, lane, language, nameOf }).filter(
        ({ id }) => !picked.includes(id),
      ),
    [moments, asked, lane, language, nameOf, picked],
  );
  const say = text.rating;
  return (
    <div
      className="rounded-md border border-line-strong bg-surface-1 p-3"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <Field
          type="search"
          label={say.find}
          placeholder={say.findHint}
          className="min-w-[240px] flex-1"
          value={words}
          autoFocus
          onChange={(event) => setWords(event.target.value)}
        />
        <Choice
          label={say.lane}
          hideLabel
          at={lane}
          options={LANES.map((id) => ({
            id,
            text: id === 'all' ? text.common.all : text.debrief.lanes[id],
          }))}
          onPick={setLane}
        />
        <Button small onClick={onClose}>
          {say.pinDone}
        </Button>
      </div>
      <p role="status" className="mt-2 mb-1 text-12 text-ink-3">
        {found.length === 0 ? say.foundNone : say.found(found.length, moments.length)}
      </p>
      <ul className="m-0 max-h-64 list-none overflow-y-auto p-0">
        {found.slice(0, SHOWN).map((moment) => (
          <li key={moment.id} className="flex border-t border-line py-1">
            <MomentLine
              moment={moment}
              action={
                <Button small onClick={() => onPick(moment.id)}>
                  {say.pinThis}
                  <span className="sr-only"> {moment.id}</span>
                </Button>
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

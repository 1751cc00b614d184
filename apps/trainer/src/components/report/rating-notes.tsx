'use client';

import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { Button } from '../ui/button.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { momentAt } from './find-moments.ts';
import { useNames } from './use-names.ts';

type Props = {
  objective: string;
  /** The words of a note, and the moment it was about. */
  onUse: (words: string, moment: string | null) => void;
};

/** What evaluators wrote down while it went on, to be used as it is. */
export function RatingNotes({ objective, onUse }: Props) {
  const { text } = useReading();
  const { view } = useDebrief();
  const nameOf = useNames();
  const history = view.debrief?.history;
  const notes = view.notes.filter((note) => note.objective === objective);
  if (notes.length === 0) return null;
  return (
    <section>
      <h4 className="m-0 mb-1 text-12 font-normal text-ink-2">{text.rating.notes}</h4>
      <ul className="m-0 list-none p-0">
        {notes.map((note, at) => (
          <li
            key={at}
            className="flex items-baseline gap-3 border-t border-line py-1 text-13 first:border-t-0"
          >
            <span className="w-[88px] shrink-0 text-12 text-ink-3">
              {note.at !== null && history && (
                <SimTimeText calendar={history.calendar} at={note.at} />
              )}
            </span>
            <span className="min-w-0 flex-1 whitespace-pre-line">
              {note.text}
              <span className="ml-2 text-12 text-ink-3">{nameOf(note.by)}</span>
            </span>
            <Button
              small
              onClick={() => {
                const moment =
                  note.at === null || !history ? null : momentAt(history.moments, note.at);
                onUse(note.text, moment?.id ?? null);
              }}
            >
              {text.rating.useNote}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

'use client';

import type { Moment } from '@dwell/scoring';
import { formatCount } from '@/i18n/format-number.ts';
import { formatMoment } from '@/i18n/format-time.ts';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { setSearchParams } from '@/live/search-params.ts';
import { Button } from '../ui/button.tsx';
import { useBoard } from './board.tsx';
import { useKindName } from './use-kind-name.ts';
import { MomentGlyph } from './moment-glyph.tsx';

/** More than these are not drawn one by one. */
const MOST = 200;

/** Moments one below the other, the earliest first; each opens. */
export function MomentList({ moments }: { moments: readonly Moment[] }) {
  const { text } = useReading();
  const words = text.debrief.drawer;
  const first = moments[0];
  const last = moments.at(-1);
  return (
    <div className="flex flex-col gap-3">
      {first && last && last.at > first.at && (
        <Button
          small
          className="self-start"
          onClick={() => {
            const air = Math.max(600_000, (last.at - first.at) * 0.2);
            const from = Math.max(0, Math.round(first.at - air));
            setSearchParams({ span: `${from}-${Math.round(last.at + air)}` });
          }}
        >
          {words.zoom}
        </Button>
      )}
      <ul aria-label={words.list} className="m-0 -mx-2 list-none p-0">
        {moments.slice(0, MOST).map((moment) => (
          <li key={moment.id}>
            <MomentRow moment={moment} />
          </li>
        ))}
      </ul>
      {moments.length > MOST && (
        <p className="m-0 text-13 text-ink-3">{words.more(formatCount(moments.length - MOST))}</p>
      )}
    </div>
  );
}

/** A moment as a line that opens it. */
export function MomentRow({ moment }: { moment: Moment }) {
  const { language } = useReading();
  const { debrief, falseAlerts } = useBoard();
  const kindName = useKindName();
  return (
    <button
      type="button"
      onClick={() => setSearchParams({ moment: moment.id }, true)}
      className="flex w-full items-start gap-2 rounded-md px-2 py-2 text-left hover:bg-surface-3"
    >
      <span className="mt-[2px]">
        <MomentGlyph kind={moment.kind} hollow={falseAlerts.has(moment.id)} />
      </span>
      <span className="min-w-0 text-14">
        <span className="line-clamp-3 wrap-anywhere">{pickText(language, moment.text)}</span>
        <span className="text-12 text-ink-3">
          {formatMoment(language, debrief.history.calendar, moment.at)} · {kindName(moment)}
        </span>
      </span>
    </button>
  );
}

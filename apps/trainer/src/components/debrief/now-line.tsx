'use client';

import { formatCompact } from '@/i18n/format-number.ts';
import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useBoard } from './board.tsx';
import { lossBy } from './loss-curve.ts';
import { useScrub } from './scrub.tsx';
import type { TimelineFrame } from './timeline-frame.ts';

/** The line at the moment looked at, with its time and the losses by then at its head. */
export function NowLine({ frame }: { frame: TimelineFrame }) {
  const { text, language } = useReading();
  const { debrief } = useBoard();
  const { at } = useScrub();
  const { calendar, loss } = debrief.history;
  const x = frame.x(at);
  if (x < frame.left - 1 || x > frame.right + 1) return null;
  const late = x > (frame.left + frame.right) / 2;
  return (
    <div
      className="pointer-events-none absolute top-0 bottom-9 z-10 w-0 border-l-2 border-accent"
      style={{ left: x - 1 }}
    >
      <span
        className={`figures absolute top-0 rounded-sm bg-accent px-2 text-12 leading-6 font-medium whitespace-nowrap text-on-accent 2xl:text-14 2xl:leading-6 ${late ? 'right-0' : 'left-0'}`}
      >
        {formatMoment(language, calendar, at)} ·{' '}
        {text.common.accounts(formatCompact(language, lossBy(loss, at)))}
      </span>
    </div>
  );
}

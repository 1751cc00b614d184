'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Moment } from '@dwell/scoring';
import { pickText } from '@/i18n/pick-text.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useDebrief } from '@/live/debrief-provider.tsx';
import { SimTimeText } from '../ui/sim-time.tsx';
import { useNames } from './use-names.ts';

/** One moment of the log in a line: when, what, who, its place; the place leads to the time axis. */
export function MomentLine({ moment, action }: { moment: Moment; action?: ReactNode }) {
  const { text, language } = useReading();
  const { exerciseId, view } = useDebrief();
  const nameOf = useNames();
  const calendar = view.debrief?.history.calendar;
  const team = encodeURIComponent(view.team.id);
  return (
    <div className="flex min-w-0 flex-1 items-baseline gap-3 text-13">
      <span className="w-[88px] shrink-0 text-12 whitespace-nowrap text-ink-3">
        {calendar && <SimTimeText calendar={calendar} at={moment.at} />}
      </span>
      <span className="min-w-0 flex-1">
        {pickText(language, moment.text)}
        {moment.by !== null && <span className="ml-2 text-12 text-ink-3">{nameOf(moment.by)}</span>}
      </span>
      <Link
        href={`/exercises/${exerciseId}/debrief?team=${team}&moment=${encodeURIComponent(moment.id)}`}
        title={text.measure.onAxis}
        className="shrink-0 font-mono text-12 text-ink-3 hover:text-accent"
      >
        {moment.id}
      </Link>
      {action}
    </div>
  );
}

'use client';

import { type Calendar, type SimTime, toIso } from '@dwell/core/time';
import { formatClock, formatFull, formatMoment, formatSimTime } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';

type Props = {
  calendar: Calendar;
  at: SimTime;
  form?: 'full' | 'moment' | 'clock';
  seconds?: boolean;
  className?: string;
};

/** A simulated moment; weekday, year and offset on hover. */
export function SimTimeText({ calendar, at, form = 'moment', seconds, className }: Props) {
  const { language } = useReading();
  const shown =
    form === 'full'
      ? formatSimTime(language, calendar, at, seconds)
      : form === 'clock'
        ? formatClock(calendar, at, seconds)
        : formatMoment(language, calendar, at, seconds);
  return (
    <time
      dateTime={toIso(calendar, at)}
      title={formatFull(language, calendar, at)}
      className={className}
    >
      {shown}
    </time>
  );
}

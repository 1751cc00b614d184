'use client';

import type { Calendar, SimTime } from '@dwell/core/time';
import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import type { Series } from './time-chart.tsx';

type Props = {
  series: readonly Series[];
  index: number;
  format: (value: number) => string;
  moment: SimTime | null;
  calendar: Calendar;
};

/** Names and exact values at the cursor, or the latest ones. */
export function Legend({ series, index, format, moment, calendar }: Props) {
  const { language } = useReading();
  return (
    <div className="mb-2 flex min-h-5 flex-wrap items-center gap-x-4 text-12 text-ink-2">
      {series.map((each) => (
        <span key={each.id} className="inline-flex items-center gap-2 whitespace-nowrap">
          <span
            aria-hidden="true"
            className="h-[3px] w-3 rounded-full"
            style={{ background: `var(${each.colour})` }}
          />
          {each.name}
          <span className="text-ink-1">{index < 0 ? '' : format(each.values[index] ?? 0)}</span>
        </span>
      ))}
      {moment !== null && (
        <span className="ml-auto text-ink-3">{formatMoment(language, calendar, moment)}</span>
      )}
    </div>
  );
}

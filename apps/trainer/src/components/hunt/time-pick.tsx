'use client';

import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { Select } from '../ui/select.tsx';
import type { TimeSpan } from './hunt-state.ts';
import type { Hunt } from './use-hunt.ts';

const SPANS: readonly TimeSpan[] = ['hour', 'day', 'week', 'month', 'all'];

/** The span asked about, in words; a span drawn on the histogram shows its moments. */
export function TimePick({ hunt }: { hunt: Hunt }) {
  const { text, language } = useReading();
  const { run } = useRun();
  const moment = (at: number) => formatMoment(language, run.calendar, at);
  const own =
    hunt.state.span === 'own'
      ? [{ value: 'own', text: `${moment(hunt.from)} – ${moment(hunt.to)}` }]
      : [];
  return (
    <Select
      hideLabel
      label={text.hunt.time}
      value={hunt.state.span}
      options={[...own, ...SPANS.map((value) => ({ value, text: text.hunt.times[value] }))]}
      onPick={(value) => {
        hunt.again();
        hunt.set({ span: value, from: null, to: null, rec: null }, true);
      }}
      className="w-max max-w-[280px]"
    />
  );
}

'use client';

import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { Charts } from '../situation/charts.tsx';
import { type Span, useHours } from '../situation/use-hours.ts';
import { Choice } from '../ui/choice.tsx';

const SPANS: readonly Span[] = ['day', 'week', 'month', 'all'];

/** The shop's traffic and what came of it, for roles that see it. */
export function TeamCharts() {
  const { text } = useReading();
  const [span, setSpan] = useState<Span>('week');
  const hours = useHours(span);
  if (!hours.shown || hours.shown.at.length < 2) return null;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex justify-end">
        <Choice
          label={text.situation.span}
          hideLabel
          options={SPANS.map((id) => ({ id, text: text.situation.spans[id] }))}
          at={span}
          onPick={setSpan}
        />
      </div>
      <Charts shown={hours.shown} />
    </div>
  );
}

'use client';

import { DAY_MS } from '@dwell/core/time';
import type { ScenarioCard } from '@dwell/simulator/router';
import { formatDate, formatMonth } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { areaPath, linePath } from '../charts/shapes.ts';
import { shapeSpan } from './shape-span.ts';

const WIDTH = 320;
const HEIGHT = 56;

/** The attack's speed over the run as a ridge, with the months it spans and its fastest day. */
export function AttackShape({ card }: { card: ScenarioCard }) {
  const { text, language } = useReading();
  const shape = card.shape ?? [];
  const { calendar, length, peakAt, peakShare } = shapeSpan(card);
  const place = {
    x: (i: number) => (i / Math.max(1, shape.length - 1)) * WIDTH,
    y: (value: number) => HEIGHT - 2 - (value / 100) * (HEIGHT - 8),
  };
  const peak = `${text.create.peak} ${formatDate(language, calendar, peakAt)}`;
  const [first, last] = [
    formatMonth(language, calendar, 0),
    formatMonth(language, calendar, length - DAY_MS),
  ];
  return (
    <span className="block">
      <span className="relative block h-4 text-12 text-ink-3">
        <span
          className="absolute whitespace-nowrap"
          style={
            peakShare > 0.5
              ? { right: `${Math.max(0, (1 - peakShare) * 100 - 8)}%` }
              : { left: `${Math.max(0, peakShare * 100 - 8)}%` }
          }
        >
          {peak}
        </span>
      </span>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${text.create.shape}: ${first} – ${last}, ${peak}`}
        className="block h-14 w-full"
      >
        <line
          x1="0"
          x2={WIDTH}
          y1={HEIGHT - 2}
          y2={HEIGHT - 2}
          stroke="var(--line-strong)"
          vectorEffect="non-scaling-stroke"
        />
        <path
          d={areaPath(
            shape,
            shape.map(() => 0),
            place,
          )}
          fill="var(--series-6)"
          fillOpacity="0.18"
        />
        <path
          d={linePath(shape, place)}
          fill="none"
          stroke="var(--series-6)"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <span aria-hidden="true" className="mt-1 flex justify-between text-12 text-ink-3">
        <span>{first}</span>
        <span>{last}</span>
      </span>
    </span>
  );
}

'use client';

import { HOUR_MS, MINUTE_MS } from '@dwell/core/time';
import type { EntryOf } from '@/exercise/types.ts';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { useSimNow } from '@/live/sim-now.ts';
import { useSize } from '../ui/use-size.ts';
import { decadesOf, shareOf } from './estimate-scale.ts';

const LEFT = 64;
const RIGHT = 16;
const TOP = 8;

/** Each estimate as a bar from low to high at the moment it was given; the scale goes by powers of ten. */
export function EstimateDrawing({
  estimates,
  height = 200,
}: {
  estimates: readonly EntryOf<'estimate'>[];
  height?: number;
}) {
  const { text, language } = useReading();
  const { run, clock } = useRun();
  const now = useSimNow(clock, 10 * MINUTE_MS, run.endAt);
  const [ref, { width }] = useSize<HTMLDivElement>();
  const decades = decadesOf(estimates.map((card) => card.entry));
  const first = estimates[0]!.at;
  const last = Math.max(estimates.at(-1)!.at, now, first + HOUR_MS);
  const bottom = height - 20;
  const x = (at: number) =>
    LEFT + 12 + ((at - first) / (last - first)) * Math.max(0, width - LEFT - RIGHT - 24);
  const y = (value: number) => bottom - shareOf(value, decades) * (bottom - TOP);
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg role="img" aria-label={text.record.estimateDrawing} width={width} height={height}>
          {decades.map((value) => (
            <g key={value}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} stroke="var(--line)" />
              <text
                x={LEFT - 8}
                y={y(value) + 4}
                textAnchor="end"
                fill="var(--text-3)"
                fontSize="12"
              >
                {formatCompact(language, value)}
              </text>
            </g>
          ))}
          {estimates.map((card, at) => {
            const { low, high, confidence } = card.entry;
            const newest = at === estimates.length - 1;
            return (
              <g key={card.sequence} stroke={newest ? 'var(--accent)' : 'var(--text-3)'}>
                <title>
                  {`${formatMoment(language, run.calendar, card.at)}: ${formatCount(low)} – ${formatCount(high)}, ${confidence} %`}
                </title>
                <line
                  x1={x(card.at)}
                  x2={x(card.at)}
                  y1={y(low) + 1}
                  y2={y(high) - 1}
                  strokeWidth="6"
                  opacity="0.55"
                />
                {[low, high].map((value, end) => (
                  <line
                    key={end}
                    x1={x(card.at) - 7}
                    x2={x(card.at) + 7}
                    y1={y(value)}
                    y2={y(value)}
                    strokeWidth="2"
                  />
                ))}
              </g>
            );
          })}
          <text x={LEFT} y={height - 4} fill="var(--text-3)" fontSize="12">
            {formatMoment(language, run.calendar, first)}
          </text>
          <text
            x={width - RIGHT}
            y={height - 4}
            textAnchor="end"
            fill="var(--text-3)"
            fontSize="12"
          >
            {formatMoment(language, run.calendar, last)}
          </text>
        </svg>
      )}
    </div>
  );
}

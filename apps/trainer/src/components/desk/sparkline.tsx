'use client';

import { formatCompact } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { linePath } from '../charts/shapes.ts';

const WIDTH = 120;
const HEIGHT = 20;

/** A total by day as a small line, with its last value beside it. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const { text, language } = useReading();
  const last = values.at(-1) ?? 0;
  // From the least to the most: what matters is whether it still grows.
  const least = Math.min(...values, last);
  const span = Math.max(1, Math.max(...values, last) - least);
  const place = {
    x: (i: number) => 1 + (i / Math.max(1, values.length - 1)) * (WIDTH - 2),
    y: (value: number) => HEIGHT - 2 - ((value - least) / span) * (HEIGHT - 6),
  };
  return (
    <span className="inline-flex items-center gap-2">
      <svg
        width={WIDTH}
        height={HEIGHT}
        className="block"
        role="img"
        aria-label={text.desk.lossLine(
          formatCompact(language, values[0] ?? 0),
          formatCompact(language, last),
        )}
      >
        <line x1="0" x2={WIDTH} y1={HEIGHT - 1.5} y2={HEIGHT - 1.5} stroke="var(--line)" />
        {values.length > 1 && (
          <path
            d={linePath(values, place)}
            fill="none"
            stroke="var(--series-6)"
            strokeWidth="1.5"
          />
        )}
      </svg>
      <span className="figures text-ink-1">{formatCompact(language, last)}</span>
    </span>
  );
}

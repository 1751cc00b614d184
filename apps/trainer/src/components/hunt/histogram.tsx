'use client';

import { useState, type PointerEvent } from 'react';
import type { Histogram as Counts } from '@dwell/simulator/router';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { formatClock, formatDate, formatMoment } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useRun } from '@/live/run-provider.tsx';
import { niceTicks, timeTicks } from '../charts/nice-ticks.ts';
import { TimeLabels } from '../charts/time-labels.tsx';
import { useSize } from '../ui/use-size.ts';

const HEIGHT = 96;
const BOTTOM = 18;
const LEFT = 44;

type Props = {
  counts: Counts;
  from: number;
  to: number;
  onSelect: (from: number, to: number) => void;
};

/** How many records when; dragging over it chooses a span. */
export function Histogram({ counts, from, to, onSelect }: Props) {
  const { text, language } = useReading();
  const { run } = useRun();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const [drag, setDrag] = useState<{ start: number; end: number } | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const plot = Math.max(1, width - LEFT);
  const max = Math.max(0, ...counts.counts);
  const top = niceTicks(max, 2).at(-1)!;
  const x = (at: number) => LEFT + ((at - from) / Math.max(1, to - from)) * plot;
  const bar = (counts.stepMs / Math.max(1, to - from)) * plot;
  const timeOf = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return from + Math.max(0, Math.min(1, (event.clientX - box.left - LEFT) / plot)) * (to - from);
  };
  const times = timeTicks(run.calendar, from, to, Math.floor(plot / 96));
  const bin = pointed === null ? -1 : Math.floor((pointed - counts.from) / counts.stepMs);
  const binStart = counts.from + bin * counts.stepMs;
  const finish = () => {
    if (drag) {
      const [a, b] = drag.start < drag.end ? [drag.start, drag.end] : [drag.end, drag.start];
      const first = Math.max(
        from,
        counts.from + Math.floor((a - counts.from) / counts.stepMs) * counts.stepMs,
      );
      const last = Math.min(
        to,
        counts.from + Math.ceil((b - counts.from) / counts.stepMs) * counts.stepMs,
      );
      if (last > first && (b - a) / (to - from) > 0.004)
        onSelect(Math.round(first), Math.round(last));
    }
    setDrag(null);
  };
  return (
    <div ref={ref} className="relative min-w-0">
      <div className="flex h-4 justify-end text-12 text-ink-3">
        {bin >= 0 && counts.counts[bin] !== undefined && (
          <span>
            {formatMoment(language, run.calendar, binStart)} –{' '}
            {formatClock(run.calendar, binStart + counts.stepMs)} ·{' '}
            <span className="text-ink-1">{formatCount(counts.counts[bin])}</span>
          </span>
        )}
      </div>
      {width > 0 && (
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={`${text.hunt.histogram}: ${text.hunt.records(formatCount(counts.counts.reduce((sum, n) => sum + n, 0)))}`}
          className="block cursor-crosshair touch-none select-none"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrag({ start: timeOf(event), end: timeOf(event) });
          }}
          onPointerMove={(event) => {
            const at = timeOf(event);
            setPointed(at);
            setDrag((old) => old && { ...old, end: at });
          }}
          onPointerUp={finish}
          onPointerLeave={() => setPointed(null)}
        >
          <text x={LEFT - 6} y={12} textAnchor="end" fontSize="12" fill="var(--text-3)">
            {formatCompact(language, top)}
          </text>
          <line
            x1={LEFT}
            x2={width}
            y1={HEIGHT - BOTTOM}
            y2={HEIGHT - BOTTOM}
            stroke="var(--line-strong)"
          />
          {counts.counts.map((count, i) => {
            const height = count === 0 ? 0 : Math.max(1, (count / top) * (HEIGHT - BOTTOM - 4));
            return (
              <rect
                key={i}
                x={x(counts.from + i * counts.stepMs) + 0.5}
                y={HEIGHT - BOTTOM - height}
                width={Math.max(1, bar - 1)}
                height={height}
                fill="var(--series-1)"
                fillOpacity={i === bin ? 1 : 0.7}
              />
            );
          })}
          {drag && (
            <rect
              x={Math.min(x(drag.start), x(drag.end))}
              y={0}
              width={Math.abs(x(drag.end) - x(drag.start))}
              height={HEIGHT - BOTTOM}
              fill="var(--accent)"
              fillOpacity="0.2"
              stroke="var(--accent)"
            />
          )}
          <TimeLabels
            at={times.at}
            x={x}
            y={HEIGHT - 3}
            within={[LEFT + 20, width - 24]}
            label={(time) =>
              times.step < 86_400_000 && formatClock(run.calendar, time) !== '00:00'
                ? formatClock(run.calendar, time)
                : formatDate(language, run.calendar, time)
            }
          />
        </svg>
      )}
    </div>
  );
}

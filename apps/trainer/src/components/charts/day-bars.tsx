'use client';

import type { Calendar, SimTime } from '@dwell/core/time';
import { useReading } from '@/i18n/provider.tsx';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { formatDate } from '@/i18n/format-time.ts';
import { useSize } from '../ui/use-size.ts';
import { useCursor } from './cursor.tsx';
import { niceTicks, timeTicks } from './nice-ticks.ts';
import { TimeLabels } from './time-labels.tsx';

type Props = {
  label: string;
  name: string;
  /** A colour token such as `--series-1`. */
  colour: string;
  calendar: Calendar;
  /** One a local day, in order. */
  days: readonly { at: SimTime; value: number }[];
  height?: number;
  /** Dates below; of charts that stand over one another the last has them. */
  axis?: boolean;
};

const LEFT = 44;
const BOTTOM = 18;
const DAY_MS = 86_400_000;

/** One bar a day; a day with something is never drawn as nothing. All charts of a screen share a cursor. */
export function DayBars({ label, name, colour, calendar, days, height = 64, axis }: Props) {
  const { language } = useReading();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const [cursor, setCursor] = useCursor();
  const from = days[0]?.at ?? 0;
  const to = (days.at(-1)?.at ?? 0) + DAY_MS;
  const plot = Math.max(1, width - LEFT);
  const floor = axis ? height - BOTTOM : height - 1;
  const top = niceTicks(Math.max(0, ...days.map((day) => day.value)), 2).at(-1)!;
  const x = (at: SimTime) => LEFT + ((at - from) / Math.max(1, to - from)) * plot;
  const bar = (DAY_MS / Math.max(1, to - from)) * plot;
  const index =
    cursor === null ? -1 : days.findIndex((day) => cursor >= day.at && cursor < day.at + DAY_MS);
  const total = days.reduce((sum, day) => sum + day.value, 0);
  const shown = index < 0 ? total : days[index]!.value;
  return (
    <div ref={ref} className="min-w-0">
      <div className="flex h-5 items-center gap-2 text-12 text-ink-2">
        <span
          aria-hidden="true"
          className="h-2 w-2 rounded-sm"
          style={{ background: `var(${colour})` }}
        />
        {name} <span className="figures text-ink-1">{formatCount(shown)}</span>
        {index >= 0 && (
          <span className="ml-auto text-ink-3">
            {formatDate(language, calendar, days[index]!.at)}
          </span>
        )}
      </div>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={`${label}. ${name}: ${formatCount(total)}`}
          className="block"
          onPointerMove={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            const share = (event.clientX - box.left - LEFT) / plot;
            setCursor(share < 0 || share > 1 ? null : from + share * (to - from));
          }}
          onPointerLeave={() => setCursor(null)}
        >
          <text x={LEFT - 6} y={11} textAnchor="end" fontSize="12" fill="var(--text-3)">
            {formatCompact(language, top)}
          </text>
          <line x1={LEFT} x2={width} y1={0.5} y2={0.5} stroke="var(--line)" />
          <line
            x1={LEFT}
            x2={width}
            y1={floor + 0.5}
            y2={floor + 0.5}
            stroke="var(--line-strong)"
          />
          {days.map((day, i) =>
            day.value === 0 ? null : (
              <rect
                key={day.at}
                x={x(day.at)}
                y={floor - Math.max(2, (day.value / top) * floor)}
                width={Math.max(1, bar - (bar > 4 ? 1 : 0))}
                height={Math.max(2, (day.value / top) * floor)}
                fill={`var(${colour})`}
                fillOpacity={index < 0 || i === index ? 1 : 0.6}
              />
            ),
          )}
          {axis && (
            <TimeLabels
              at={timeTicks(calendar, from, to, Math.max(2, Math.floor(plot / 96))).at}
              x={x}
              y={height - 3}
              within={[LEFT + 20, width - 24]}
              label={(time) => formatDate(language, calendar, time)}
            />
          )}
        </svg>
      )}
    </div>
  );
}

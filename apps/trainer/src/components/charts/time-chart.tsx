'use client';

import { useMemo, type PointerEvent } from 'react';
import type { Calendar, SimTime } from '@dwell/core/time';
import { formatClock, formatDate } from '@/i18n/format-time.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useSize } from '../ui/use-size.ts';
import { useCursor } from './cursor.tsx';
import { Legend } from './legend.tsx';
import { niceTicks, timeTicks } from './nice-ticks.ts';
import { TimeLabels } from './time-labels.tsx';
import { areaPath, linePath, stack, type Placement } from './shapes.ts';

export type Series = {
  id: string;
  name: string;
  /** A colour token such as `--series-1`. */
  colour: string;
  values: readonly number[];
};

type Props = {
  label: string;
  calendar: Calendar;
  /** Start of each bin, simulated ms, ascending. */
  at: readonly SimTime[];
  series: readonly Series[];
  height?: number;
  stacked?: boolean;
  /** Lines are drawn filled when there is one series or they are stacked. */
  format: (value: number) => string;
  /** What lies before is history and drawn hatched. */
  historyUntil?: SimTime;
  /** Fixed top of the scale, such as 1 for shares. */
  top?: number;
};

const LEFT = 56;
const BOTTOM = 20;

/** Lines or stacked areas over simulated time, with a cursor that all charts of a screen share. */
export function TimeChart(props: Props) {
  const { calendar, at, series, height = 120, stacked, format, top } = props;
  const { language } = useReading();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const [cursorAt, setCursor] = useCursor();
  const from = at[0] ?? 0;
  const to = at.at(-1) ?? 1;
  const plotWidth = Math.max(1, width - LEFT);
  const plotHeight = height - BOTTOM;
  const layers = useMemo(
    () =>
      stacked
        ? stack(
            series.map((s) => s.values),
            at.length,
          )
        : null,
    [stacked, series, at.length],
  );
  const max = useMemo(
    () => top ?? maximum(layers ? [layers.at(-1)!] : series.map((s) => s.values)),
    [layers, series, top],
  );
  const ticks = niceTicks(max, height > 100 ? 3 : 2);
  const scaleTop = top ?? ticks.at(-1)!;
  const place: Placement = {
    x: (i) => LEFT + (((at[i] ?? from) - from) / Math.max(1, to - from)) * plotWidth,
    y: (value) => plotHeight - (value / scaleTop) * (plotHeight - 6),
  };
  const xOf = (time: SimTime) => LEFT + ((time - from) / Math.max(1, to - from)) * plotWidth;
  const times = timeTicks(calendar, from, to, Math.max(2, Math.floor(plotWidth / 88)));
  const index = cursorAt === null ? at.length - 1 : nearest(at, cursorAt);
  const onMove = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left - LEFT) / plotWidth;
    setCursor(share < 0 || share > 1 ? null : from + share * (to - from));
  };
  return (
    <div ref={ref} className="min-w-0">
      <Legend
        series={series}
        index={index}
        format={format}
        moment={cursorAt === null || index < 0 ? null : at[index]!}
        calendar={calendar}
      />
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={describe(props, format)}
          onPointerMove={onMove}
          onPointerLeave={() => setCursor(null)}
          className="block"
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                x1={LEFT}
                x2={width}
                y1={place.y(tick)}
                y2={place.y(tick)}
                stroke="var(--line)"
              />
              <text
                x={LEFT - 8}
                y={place.y(tick) + 4}
                textAnchor="end"
                fontSize="12"
                fill="var(--text-3)"
              >
                {format(tick)}
              </text>
            </g>
          ))}
          <TimeLabels
            at={times.at}
            x={xOf}
            y={height - 4}
            within={[LEFT + 16, width - 20]}
            label={(time) =>
              times.step < 86_400_000 && !isMidnight(calendar, time)
                ? formatClock(calendar, time)
                : formatDate(language, calendar, time)
            }
          />
          {props.historyUntil !== undefined && props.historyUntil > from && (
            <line
              x1={xOf(Math.min(to, props.historyUntil))}
              x2={xOf(Math.min(to, props.historyUntil))}
              y1={0}
              y2={plotHeight}
              stroke="var(--simulated-past)"
              strokeDasharray="3 3"
            />
          )}
          {series.map((each, s) => (
            <SeriesMark
              key={each.id}
              series={each}
              place={place}
              filled={series.length === 1}
              layer={layers ? [layers[s]!, layers[s + 1]!] : null}
              floor={plotHeight}
              at={at}
            />
          ))}
          {cursorAt !== null && index >= 0 && (
            <line
              x1={place.x(index)}
              x2={place.x(index)}
              y1={0}
              y2={plotHeight}
              stroke="var(--text-3)"
            />
          )}
        </svg>
      )}
    </div>
  );
}

type MarkProps = {
  series: Series;
  place: Placement;
  filled: boolean;
  layer: readonly [number[], number[]] | null;
  floor: number;
  at: readonly SimTime[];
};

function SeriesMark({ series, place, filled, layer, at }: MarkProps) {
  const colour = `var(${series.colour})`;
  if (layer)
    return <path d={areaPath(layer[1], layer[0], place)} fill={colour} fillOpacity="0.75" />;
  const line = linePath(series.values, place);
  return (
    <>
      {filled && (
        <path
          d={areaPath(
            series.values,
            at.map(() => 0),
            place,
          )}
          fill={colour}
          fillOpacity="0.14"
        />
      )}
      <path d={line} fill="none" stroke={colour} strokeWidth="1.5" strokeLinejoin="round" />
    </>
  );
}

function maximum(rows: readonly (readonly number[])[]): number {
  let max = 0;
  for (const row of rows) for (const value of row) if (value > max) max = value;
  return max;
}

/** Index of the bin a moment falls in (the last that began at or before it). */
function nearest(at: readonly SimTime[], time: SimTime): number {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at[middle]! <= time) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

const isMidnight = (calendar: Calendar, time: SimTime) => formatClock(calendar, time) === '00:00';

/** What a reader who cannot see the drawing is told: each series and its latest value. */
function describe({ label, series }: Props, format: (value: number) => string): string {
  return `${label}. ${series.map((s) => `${s.name}: ${format(s.values.at(-1) ?? 0)}`).join(', ')}`;
}

'use client';

import type { Block, ChartSeries } from '@dwell/scoring/report';
import { formatCompact } from '@/i18n/format-number.ts';
import { formatDate } from '@/i18n/format-time.ts';
import type { Language } from '@/i18n/language.ts';
import { useReading } from '@/i18n/provider.tsx';
import { niceTicks, timeTicks } from '../charts/nice-ticks.ts';
import { chartPlace } from './chart-place.ts';

type Chart = Extract<Block, { is: 'chart' }>;

const LEFT = 60;
const RIGHT = 12;
const BOTTOM = 22;
const DASHES = [undefined, '8 3', '2 3', '8 3 2 3', '14 4', '5 2 1 2', '1 5', '10 2 2 2 2 2'];

type Props = {
  chart: Chart;
  language: Language;
  width?: number;
  height?: number;
  /** Its caption stands above it already. */
  titled?: boolean;
};

/** Curves over simulated time, told apart by dashes and names, not by colour alone. It fills the width there is. */
export function ReportChart({ chart, language, width = 640, height = 220, titled }: Props) {
  const { text } = useReading();
  const { caption, series, from, to, calendar, unit } = chart;
  const values = series.flatMap((each) => [
    ...each.points.map(([, value]) => value),
    ...(each.ranges ?? []).flat(),
  ]);
  const max = Math.max(1, ...values);
  const ticks = chart.log ? powersUpTo(max) : niceTicks(max, 4);
  const place = chartPlace({
    ...{ from, to, log: chart.log ?? false, top: ticks.at(-1) ?? max },
    box: { left: LEFT, right: width - RIGHT, top: 8, bottom: height - BOTTOM },
  });
  const times = calendar ? timeTicks(calendar, from, to, 6).at : [];
  const told = series.map((each) =>
    text.report.endsAt(each.name, formatCompact(language, each.points.at(-1)?.[1] ?? 0)),
  );
  return (
    <figure className="whole m-0 mb-5">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={text.report.chart(caption, told.join(', '))}
        className="block w-full"
      >
        {unit && (
          <text x={0} y={8} fontSize="10" fill="var(--text-3)" dominantBaseline="hanging">
            {unit}
          </text>
        )}
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={LEFT}
              x2={width - RIGHT}
              y1={place.y(tick)}
              y2={place.y(tick)}
              stroke="var(--line)"
            />
            <text
              x={LEFT - 6}
              y={place.y(tick) + 3}
              textAnchor="end"
              fontSize="10"
              fill="var(--text-3)"
            >
              {formatCompact(language, tick)}
            </text>
          </g>
        ))}
        {calendar &&
          times.map((time) => (
            <text
              key={time}
              x={Math.max(LEFT + 14, Math.min(width - 20, place.x(time)))}
              y={height - 6}
              textAnchor="middle"
              fontSize="10"
              fill="var(--text-3)"
            >
              {formatDate(language, calendar, time)}
            </text>
          ))}
        {series.map((each, at) => (
          <Curve key={at} series={each} at={at} place={place} />
        ))}
      </svg>
      <Key series={series} />
      {!titled && <figcaption className="mt-1 text-[11px] text-ink-3">{caption}</figcaption>}
    </figure>
  );
}

type Place = ReturnType<typeof chartPlace>;

const colourOf = (at: number) => `var(--series-${(at % 8) + 1})`;
const dashOf = (at: number) => DASHES[at % DASHES.length];

function Curve({ series, at, place }: { series: ChartSeries; at: number; place: Place }) {
  const { points, ranges, look = 'main' } = series;
  const colour = colourOf(at);
  const line = points
    .map(([time, value], n) => `${n === 0 ? 'M' : 'L'}${place.x(time)} ${place.y(value)}`)
    .join('');
  return (
    <g stroke={colour} fill="none">
      {ranges?.map(([low, high], n) => {
        const x = place.x(points[n]?.[0] ?? 0);
        return <line key={n} x1={x} x2={x} y1={place.y(low)} y2={place.y(high)} strokeWidth={2} />;
      })}
      {look === 'marks' ? (
        points.map(([time, value], n) => (
          <circle key={n} cx={place.x(time)} cy={place.y(value)} r={3} fill={colour} />
        ))
      ) : (
        <path d={line} strokeWidth={look === 'main' ? 2 : 1.3} strokeDasharray={dashOf(at)} />
      )}
    </g>
  );
}

function Key({ series }: { series: readonly ChartSeries[] }) {
  return (
    <p aria-hidden="true" className="m-0 flex flex-wrap gap-x-4 text-[11px] text-ink-2">
      {series.map((each, at) => (
        <span key={at} className="inline-flex items-center gap-1">
          <svg width="24" height="8">
            {each.look === 'marks' ? (
              <circle cx={12} cy={4} r={3} fill={colourOf(at)} />
            ) : (
              <line
                x1={0}
                x2={24}
                y1={4}
                y2={4}
                stroke={colourOf(at)}
                strokeWidth={each.look === 'bound' ? 1.3 : 2}
                strokeDasharray={dashOf(at)}
              />
            )}
          </svg>
          {each.name}
        </span>
      ))}
    </p>
  );
}

function powersUpTo(max: number): readonly number[] {
  const ticks = [1];
  while (ticks.at(-1)! < max) ticks.push(ticks.at(-1)! * 10);
  return ticks;
}

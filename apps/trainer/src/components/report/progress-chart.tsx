'use client';

import { useReading } from '@/i18n/provider.tsx';
import { niceTicks } from '../charts/nice-ticks.ts';
import { Panel } from '../ui/panel.tsx';
import { useSize } from '../ui/use-size.ts';
import { chartPlace } from './chart-place.ts';
import { ProgressMark } from './progress-mark.tsx';
import type { ProgressLine } from './progress-series.ts';

const HEIGHT = 180;
const LEFT = 64;
const BOTTOM = 24;
const NO_LINES: readonly ProgressLine[] = [];

type Props = {
  title: string;
  note: string;
  lines: readonly ProgressLine[];
  /** Hollow marks: what the same exercise would have come to without anybody. */
  ghosts?: readonly ProgressLine[];
  /** Names below the axis, one an exercise. */
  labels: readonly string[];
  format: (value: number) => string;
  top?: number;
};

/** A value over the exercises of an instructor: a line a team, each with a mark of its own shape. */
export function ProgressChart({
  title,
  note,
  lines,
  ghosts = NO_LINES,
  labels,
  format,
  top,
}: Props) {
  const { text } = useReading();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const all = [...lines, ...ghosts].flatMap(({ points }) => points.map(({ value }) => value));
  const ticks = niceTicks(top ?? Math.max(1, ...all), 3);
  const place = chartPlace({
    ...{ from: -0.5, to: labels.length - 0.5, log: false, top: top ?? ticks.at(-1)! },
    box: { left: LEFT, right: Math.max(LEFT + 1, width - 8), top: 8, bottom: HEIGHT - BOTTOM },
  });
  const step = Math.max(1, Math.ceil((labels.length * 72) / Math.max(1, width - LEFT)));
  const told = lines.map(({ name, points }) =>
    text.report.endsAt(name, points.map(({ value }) => format(value)).join(', ')),
  );
  return (
    <Panel title={title}>
      <p className="mt-0 mb-2 text-12 text-ink-3">{note}</p>
      <div ref={ref} className="min-w-0">
        {width > 0 && (
          <svg
            width={width}
            height={HEIGHT}
            role="img"
            aria-label={text.report.chart(title, told.join('; '))}
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
                  {tick === 0 ? '0' : format(tick)}
                </text>
              </g>
            ))}
            {labels.map(
              (label, at) =>
                at % step === 0 && (
                  <text
                    key={at}
                    x={place.x(at)}
                    y={HEIGHT - 6}
                    textAnchor="middle"
                    fontSize="12"
                    fill="var(--text-3)"
                  >
                    {label}
                  </text>
                ),
            )}
            {ghosts.map(({ points }, at) =>
              points.map((point) => (
                <ProgressMark
                  key={`${at} ${point.row.exerciseId} ${point.row.team}`}
                  hollow
                  at={at}
                  x={place.x(point.place)}
                  y={place.y(point.value)}
                />
              )),
            )}
            {lines.map(({ name, points }, at) => (
              <g key={name}>
                <path
                  d={points
                    .map(
                      (point, n) =>
                        `${n === 0 ? 'M' : 'L'}${place.x(point.place)} ${place.y(point.value)}`,
                    )
                    .join('')}
                  fill="none"
                  stroke={`var(--series-${(at % 8) + 1})`}
                  strokeWidth="1.5"
                />
                {points.map((point) => (
                  <ProgressMark
                    key={point.row.exerciseId}
                    at={at}
                    x={place.x(point.place)}
                    y={place.y(point.value)}
                    title={`${point.row.name}: ${format(point.value)}`}
                  />
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
    </Panel>
  );
}

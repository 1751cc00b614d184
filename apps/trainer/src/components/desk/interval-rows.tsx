'use client';

import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useSize } from '../ui/use-size.ts';
import { logScale } from './log-scale.ts';

export type Interval = { id: string; name: string; low: number; high: number; confidence: number };

const ROW = 24;

/** Intervals below one another on one logarithmic scale; the truth, when told, as a line through all. */
export function IntervalRows({
  rows,
  truth,
  bare,
}: {
  rows: readonly Interval[];
  truth: number | null;
  /** Without names and percentages, where one row says whose it is already. */
  bare?: boolean;
}) {
  const { text, language } = useReading();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const plot = Math.max(40, width - 8);
  const { x, powers } = logScale([...rows.map((row) => row.high), truth ?? 0], plot);
  const height = rows.length * ROW + 20;
  const step = Math.max(1, Math.ceil((powers.length * 56) / plot));
  return (
    <div
      className={`grid gap-x-3 text-12 ${bare ? 'grid-cols-1' : 'grid-cols-[minmax(80px,160px)_minmax(0,1fr)_56px]'}`}
    >
      <ul className={bare ? 'sr-only' : 'm-0 list-none p-0'}>
        {rows.map((row) => (
          <li key={row.id} className="h-6 truncate leading-6 text-ink-2" title={row.name}>
            <span aria-hidden="true">{row.name}</span>
            <span className="sr-only">
              {text.desk.answerOf(
                row.name,
                formatCount(row.low),
                formatCount(row.high),
                `${row.confidence} %`,
              )}
            </span>
          </li>
        ))}
      </ul>
      <div ref={ref} aria-hidden="true" className="min-w-0">
        <svg width={plot + 8} height={height} className="block">
          {powers.map((power, i) => (
            <g key={power}>
              <line
                x1={x(power) + 4}
                x2={x(power) + 4}
                y1={0}
                y2={rows.length * ROW}
                stroke="var(--line)"
              />
              {i % step === 0 && (
                <text
                  x={Math.min(plot - 14, Math.max(8, x(power) + 4))}
                  y={height - 5}
                  fontSize="12"
                  textAnchor="middle"
                  fill="var(--text-3)"
                >
                  {formatCompact(language, power)}
                </text>
              )}
            </g>
          ))}
          {rows.map((row, i) => {
            const hit = truth !== null && truth >= row.low && truth <= row.high;
            return (
              <g key={row.id} stroke={hit ? 'var(--good)' : 'var(--series-1)'} strokeWidth="2">
                <line
                  x1={x(row.low) + 4}
                  x2={Math.max(x(row.high), x(row.low) + 2) + 4}
                  y1={i * ROW + 12}
                  y2={i * ROW + 12}
                  strokeWidth={4}
                  strokeOpacity={0.35 + (row.confidence / 100) * 0.65}
                />
                <line x1={x(row.low) + 4} x2={x(row.low) + 4} y1={i * ROW + 6} y2={i * ROW + 18} />
                <line
                  x1={Math.max(x(row.high), x(row.low) + 2) + 4}
                  x2={Math.max(x(row.high), x(row.low) + 2) + 4}
                  y1={i * ROW + 6}
                  y2={i * ROW + 18}
                />
              </g>
            );
          })}
          {truth !== null && (
            <line
              x1={x(truth) + 4}
              x2={x(truth) + 4}
              y1={0}
              y2={rows.length * ROW}
              stroke="var(--series-6)"
              strokeWidth="2"
              strokeDasharray="4 2"
            />
          )}
        </svg>
      </div>
      {!bare && (
        <ul aria-hidden="true" className="m-0 list-none p-0 text-right text-ink-3">
          {rows.map((row) => (
            <li key={row.id} className="figures h-6 leading-6">
              {row.confidence} %
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

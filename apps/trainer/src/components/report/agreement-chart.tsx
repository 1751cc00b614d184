'use client';

import type { Credit } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { useSize } from '../ui/use-size.ts';
import { useNames } from './use-names.ts';

const ROW = 28;

/** Agreement and confidence of each person on a line from 0 to 1: a round and a square mark. */
export function AgreementChart({ people }: { people: readonly Credit[] }) {
  const { text } = useReading();
  const nameOf = useNames();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const words = text.people;
  const plot = Math.max(80, width - 16);
  const x = (share: number) => 8 + share * plot;
  const told = (share: number | null) => (share === null ? words.neverAsked : share.toFixed(2));
  return (
    <section className="border-t border-line px-4 py-3">
      <h3 className="m-0 text-13 font-medium text-ink-2">{words.agreement}</h3>
      <p className="mt-1 mb-2 max-w-[80ch] text-12 text-ink-3">{words.agreementNote}</p>
      <p className="mt-0 mb-2 flex gap-4 text-12 text-ink-2">
        <span>
          <span aria-hidden="true" className="mr-1" style={{ color: 'var(--series-1)' }}>
            ●
          </span>
          {words.alignment}
        </span>
        <span>
          <span aria-hidden="true" className="mr-1" style={{ color: 'var(--series-2)' }}>
            ◆
          </span>
          {words.calibration}
        </span>
      </p>
      <div className="grid grid-cols-[minmax(80px,180px)_minmax(0,1fr)] gap-x-3 text-12">
        <ul className="m-0 list-none p-0">
          {people.map((each) => (
            <li key={each.by} className="h-7 truncate leading-7">
              {nameOf(each.by)}
              <span className="sr-only">
                {`, ${words.alignment} ${told(each.alignment)}, ${words.calibration} ${told(each.calibration)}`}
              </span>
            </li>
          ))}
        </ul>
        <div ref={ref} aria-hidden="true" className="min-w-0">
          <svg width={plot + 16} height={people.length * ROW + 18} className="block">
            {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
              <g key={tick}>
                <line
                  x1={x(tick)}
                  x2={x(tick)}
                  y1={0}
                  y2={people.length * ROW}
                  stroke="var(--line)"
                />
                <text
                  x={x(tick)}
                  y={people.length * ROW + 14}
                  textAnchor={tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}
                  fontSize="12"
                  fill="var(--text-3)"
                >
                  {tick}
                </text>
              </g>
            ))}
            {people.map((each, at) => (
              <Marks key={each.by} credit={each} y={at * ROW + ROW / 2} x={x} />
            ))}
          </svg>
        </div>
      </div>
    </section>
  );
}

function Marks({ credit, y, x }: { credit: Credit; y: number; x: (share: number) => number }) {
  const { alignment, calibration } = credit;
  return (
    <g>
      {alignment !== null && calibration !== null && (
        <line x1={x(alignment)} x2={x(calibration)} y1={y} y2={y} stroke="var(--line-strong)" />
      )}
      {alignment !== null && <circle cx={x(alignment)} cy={y} r={5} fill="var(--series-1)" />}
      {calibration !== null && (
        <path
          d={`M${x(calibration)} ${y - 6}l6 6l-6 6l-6-6Z`}
          fill="var(--series-2)"
          stroke="var(--surface-2)"
        />
      )}
    </g>
  );
}

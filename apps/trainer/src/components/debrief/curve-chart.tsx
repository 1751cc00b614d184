'use client';

import type { SimTime } from '@dwell/core/time';
import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import { useBoard } from './board.tsx';
import type { CurveLine } from './curve-lines.ts';
import { lossBy, lossPath } from './loss-curve.ts';
import { CurveLabels } from './curve-labels.tsx';
import type { TimelineFrame } from './timeline-frame.ts';
import { useCurves } from './use-curves.ts';

/** Accounts lost over time: the team between the bounds, each with its name at its end. */
export function CurveChart({ frame }: { frame: TimelineFrame }) {
  const { text, language } = useReading();
  const { debrief } = useBoard();
  const { lines, scale, since, from } = useCurves(frame);
  const plus = since ? '+' : '';
  const height = frame.sizes.curve;
  const words = text.debrief.curve;
  const told = lines
    .map((line) => `${line.name}: ${plus}${formatCount(lossBy(line.points, frame.to))}`)
    .join(', ');
  return (
    <div className="relative border-t border-line" style={{ height: height + 8 }}>
      <div className="absolute top-1 left-0 pr-2" style={{ width: frame.left - 64 }}>
        <h2 className="m-0 text-13 leading-tight font-medium text-ink-1 2xl:text-16">
          {words.title}
        </h2>
        {since && <p className="m-0 mt-1 text-12 text-ink-3 2xl:text-14">{words.since}</p>}
        {debrief.bounds.length === 0 && (
          <p className="m-0 mt-1 text-12 text-ink-3">{words.boundsPending}</p>
        )}
      </div>
      <svg
        {...{ width: frame.width, height: height + 8 }}
        role="img"
        aria-label={words.label(told)}
        className="absolute inset-0 block"
      >
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line
              {...{ x1: frame.left, x2: frame.right, y1: scale.y(tick), y2: scale.y(tick) }}
              stroke="var(--line)"
            />
            <text
              {...{ x: frame.left - 8, y: Math.min(height, scale.y(tick) + 4) }}
              textAnchor="end"
              fontSize={frame.sizes.font}
              fill="var(--text-3)"
            >
              {tick > 0 && plus}
              {formatCompact(language, tick)}
            </text>
          </g>
        ))}
        {lines.map((line) => (
          <Curve key={line.id} line={line} frame={frame} y={scale.y} from={from} />
        ))}
      </svg>
      <CurveLabels lines={lines} scale={scale} frame={frame} plus={plus} />
    </div>
  );
}

type CurveProps = {
  line: CurveLine;
  frame: TimelineFrame;
  y: (accounts: number) => number;
  from: SimTime;
};

function Curve({ line, frame, y, from }: CurveProps) {
  if (from >= frame.to) return null;
  const path = lossPath(line.points, { x: frame.x, y, from, to: frame.to });
  const common = { d: path, fill: 'none', strokeLinejoin: 'round' as const };
  return (
    <>
      {line.dashes === undefined && (
        <path {...common} stroke="var(--surface-1)" strokeWidth={line.width + 3} />
      )}
      <path
        {...common}
        stroke={`var(${line.colour})`}
        strokeWidth={line.width}
        strokeDasharray={line.dashes}
      />
    </>
  );
}

'use client';

import { formatCompact, formatCount } from '@/i18n/format-number.ts';
import { useReading } from '@/i18n/provider.tsx';
import type { CurveLine } from './curve-lines.ts';
import { lossBy, spreadLabels } from './loss-curve.ts';
import type { LossScale } from './loss-scale.ts';
import type { TimelineFrame } from './timeline-frame.ts';

type Props = { lines: readonly CurveLine[]; scale: LossScale; frame: TimelineFrame; plus: string };

/** Beside the end of each curve its name and number, none over another. */
export function CurveLabels({ lines, scale, frame, plus }: Props) {
  const { language } = useReading();
  const { label, curve, font } = frame.sizes;
  const ends = lines.map((line) => lossBy(line.points, frame.to));
  const wanted = ends.map((accounts) => scale.y(accounts));
  const places = spreadLabels(wanted, label, label / 2, curve);
  return (
    <svg
      {...{ width: frame.width - frame.right, height: curve + 8 }}
      aria-hidden="true"
      className="absolute top-0 block overflow-visible"
      style={{ left: frame.right }}
    >
      {lines.map((line, at) => {
        const y = places[at]!;
        return (
          <g key={line.id}>
            <title>{formatCount(ends[at]!)}</title>
            <path
              d={`M0 ${wanted[at]}L10 ${y}H22`}
              fill="none"
              stroke={`var(${line.colour})`}
              strokeWidth={Math.min(2.5, line.width)}
              strokeDasharray={line.dashes}
            />
            <text
              {...{ x: 26, y: y + font * 0.36 }}
              fontSize={font}
              fill="var(--text-1)"
              fontWeight={line.width > 3 ? 600 : 400}
            >
              {line.name}{' '}
              <tspan fill="var(--text-2)">
                {plus}
                {formatCompact(language, ends[at]!)}
              </tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
}

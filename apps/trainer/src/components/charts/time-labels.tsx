import type { SimTime } from '@dwell/core/time';

type Props = {
  at: readonly SimTime[];
  x: (time: SimTime) => number;
  y: number;
  /** No label's middle lies outside. */
  within: readonly [least: number, most: number];
  label: (time: SimTime) => string;
};

/** Times below a chart. */
export function TimeLabels({ at, x, y, within: [least, most], label }: Props) {
  return at.map((time) => (
    <text
      key={time}
      x={Math.max(least, Math.min(most, x(time)))}
      y={y}
      textAnchor="middle"
      fontSize="12"
      fill="var(--text-3)"
    >
      {label(time)}
    </text>
  ));
}

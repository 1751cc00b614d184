import type { Bound, LossPoint } from '@dwell/scoring';
import type { SimTime } from '@dwell/core/time';
import type { Messages } from '@/i18n/en.ts';
import { lossBy } from './loss-curve.ts';

/** `since`: what was lost since the exercise began, where most was lost before. */
export const CURVE_SCALES = ['since', 'linear', 'log'] as const;
export type CurveScale = (typeof CURVE_SCALES)[number];

/** A curve of the chart: told apart by its dashes and its label, not by colour alone. */
export type CurveLine = {
  id: string;
  name: string;
  points: readonly LossPoint[];
  /** A colour token. */
  colour: string;
  dashes: string | undefined;
  width: number;
};

const BOUND_LOOK = {
  nothing: { colour: '--series-6', dashes: '2 4' },
  written: { colour: '--series-2', dashes: '8 4' },
  expert: { colour: '--series-3', dashes: '10 3 2 3' },
} as const;

/** The team's curve, the bounds it is held against, and what would have been if. Drawn in this order. */
export function curveLines(
  team: readonly LossPoint[],
  bounds: readonly Bound[],
  whatIf: readonly LossPoint[] | null,
  text: Messages['debrief'],
): CurveLine[] {
  const lines: CurveLine[] = bounds.map(({ name, loss }) => ({
    ...{ id: name, name: text.curve[name], points: loss, width: 2 },
    ...BOUND_LOOK[name],
  }));
  lines.push({
    ...{ id: 'team', name: text.curve.team, points: team },
    ...{ colour: '--series-1', dashes: undefined, width: 3.5 },
  });
  if (whatIf)
    lines.push({
      ...{ id: 'what-if', name: text.curve.whatIf, points: whatIf },
      ...{ colour: '--series-4', dashes: '6 3', width: 3.5 },
    });
  return lines;
}

/** What was lost from a time on, counted from nought. */
export function lossSince(points: readonly LossPoint[], from: SimTime): LossPoint[] {
  const before = lossBy(points, from);
  return [
    { at: from, accounts: 0 },
    ...points
      .filter((point) => point.at > from)
      .map(({ at, accounts }) => ({ at, accounts: accounts - before })),
  ];
}

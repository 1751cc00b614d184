'use client';

import { useMemo } from 'react';
import type { SimTime } from '@dwell/core/time';
import type { LossPoint } from '@dwell/scoring';
import { useReading } from '@/i18n/provider.tsx';
import { useBoard } from './board.tsx';
import { type CurveLine, curveLines, type CurveScale, lossSince } from './curve-lines.ts';
import { lossBy } from './loss-curve.ts';
import { type LossScale, lossScale } from './loss-scale.ts';
import type { TimelineFrame } from './timeline-frame.ts';
import { useTried } from './tried.tsx';

/** Room over the highest number, px. */
const AIR = 12;

type Curves = {
  lines: CurveLine[];
  scale: LossScale;
  /** Counted from the exercise's start? */
  since: boolean;
  /** From when on something is drawn. */
  from: SimTime;
};

/** The curves that are drawn, and the scale that holds them all. */
export function useCurves(frame: TimelineFrame): Curves {
  const { text } = useReading();
  const { debrief, address } = useBoard();
  const tried = useTried();
  const { history, bounds } = debrief;
  const { kind, since } = useCurveScale();
  const whatIf = address.drawn === null ? null : (tried[address.drawn]?.result?.loss ?? null);
  const lines = useMemo(() => {
    const all = curveLines(history.loss, bounds, whatIf, text.debrief);
    if (!since) return all;
    return all.map((line) => ({ ...line, points: lossSince(line.points, history.from) }));
  }, [history, bounds, whatIf, text, since]);
  const height = frame.sizes.curve;
  const { to } = frame;
  const scale = useMemo(() => {
    // Losses never fall: the highest that is drawn stands at the right.
    const top = Math.max(1, ...lines.map((line) => lossBy(line.points, to)));
    const least = Math.min(top, ...lines.map((line) => firstLoss(line.points)));
    const by = kind === 'log' ? 'log' : 'linear';
    return lossScale(by, { top, least, height, air: AIR });
  }, [lines, kind, height, to]);
  const from = since ? Math.max(frame.from, history.from) : frame.from;
  return { lines, scale, since, from };
}

/** The scale asked for, or what suits the exercise: in a crisis most is lost before it begins, and left out. */
export function useCurveScale(): { kind: CurveScale; since: boolean; late: boolean } {
  const { debrief, address } = useBoard();
  const { mode, outcome } = debrief.history;
  const late = mode === 'crisis' && outcome.lostBefore > 0;
  const kind = address.scale ?? (late ? 'since' : 'linear');
  return { kind, since: kind === 'since' || (kind === 'log' && late), late };
}

const firstLoss = (points: readonly LossPoint[]): number =>
  points.find((point) => point.accounts > 0)?.accounts ?? Infinity;

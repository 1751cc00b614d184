'use client';

import { useMemo } from 'react';
import type { SimTime } from '@dwell/core/time';
import { useReading } from '@/i18n/provider.tsx';
import { useBoard } from './board.tsx';
import { type CurveLine, curveLines, type CurveScale, lossSince } from './curve-lines.ts';
import { type LossScale, lossScale } from './loss-scale.ts';
import type { TimelineFrame } from './timeline-frame.ts';
import { useTried } from './tried.tsx';

/** Room over the highest number, px. */
const AIR = 12;

type Curves = {
  lines: CurveLine[];
  scale: LossScale;
  kind: CurveScale;
  /** From when on something is drawn. */
  from: SimTime;
};

/** The curves that are drawn, and the scale that holds them all. */
export function useCurves(frame: TimelineFrame): Curves {
  const { text } = useReading();
  const { debrief, address } = useBoard();
  const tried = useTried();
  const { history, bounds } = debrief;
  const kind = useCurveScale();
  const whatIf = address.drawn === null ? null : (tried[address.drawn]?.result?.loss ?? null);
  const lines = useMemo(() => {
    const all = curveLines(history.loss, bounds, whatIf, text.debrief);
    if (kind !== 'since') return all;
    return all.map((line) => ({ ...line, points: lossSince(line.points, history.from) }));
  }, [history, bounds, whatIf, text, kind]);
  const height = frame.sizes.curve;
  const scale = useMemo(() => {
    const numbers = lines.flatMap((line) => line.points.map((point) => point.accounts));
    const top = numbers.reduce((most, each) => Math.max(most, each), 1);
    const least = numbers.reduce((low, each) => (each > 0 ? Math.min(low, each) : low), top);
    const by = kind === 'log' ? 'log' : 'linear';
    return lossScale(by, { top, least, height, air: AIR });
  }, [lines, kind, height]);
  const from = kind === 'since' ? Math.max(frame.from, history.from) : frame.from;
  return { lines, scale, kind, from };
}

/** The scale asked for, or what suits the exercise: in a crisis most is lost before it begins. */
export function useCurveScale(): CurveScale {
  const { debrief, address } = useBoard();
  const { mode, outcome } = debrief.history;
  const late = mode === 'crisis' && outcome.lostBefore > 0;
  return address.scale ?? (late ? 'since' : 'linear');
}

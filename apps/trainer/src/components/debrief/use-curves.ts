'use client';

import { useMemo } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { useBoard } from './board.tsx';
import { type CurveLine, curveLines } from './curve-lines.ts';
import { type LossScale, lossScale } from './loss-scale.ts';
import type { TimelineFrame } from './timeline-frame.ts';
import { useTried } from './tried.tsx';

/** Room over the highest number, px. */
const AIR = 12;

/** The curves that are drawn, and the scale that holds them all. */
export function useCurves(frame: TimelineFrame): { lines: CurveLine[]; scale: LossScale } {
  const { text } = useReading();
  const { debrief, address } = useBoard();
  const tried = useTried();
  const whatIf = address.drawn === null ? null : (tried[address.drawn]?.result?.loss ?? null);
  const lines = useMemo(
    () => curveLines(debrief.history.loss, debrief.bounds, whatIf, text.debrief),
    [debrief, whatIf, text],
  );
  const height = frame.sizes.curve;
  const scale = useMemo(() => {
    const numbers = lines.flatMap((line) => line.points.map((point) => point.accounts));
    const top = numbers.reduce((most, each) => Math.max(most, each), 1);
    const least = numbers.reduce((low, each) => (each > 0 ? Math.min(low, each) : low), top);
    return lossScale(address.scale, { top, least, height, air: AIR });
  }, [lines, address.scale, height]);
  return { lines, scale };
}

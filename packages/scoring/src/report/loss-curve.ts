import type { History, LossPoint } from '../history.ts';
import type { Block, ChartSeries } from './types.ts';

const MOST = 240;

/** Keeps the ends and every so manieth point between: a curve needs no more. */
function thinned(points: readonly LossPoint[]): readonly LossPoint[] {
  if (points.length <= MOST) return points;
  const step = (points.length - 1) / (MOST - 1);
  return Array.from({ length: MOST }, (_, place) => points[Math.round(place * step)]!);
}

/** A curve of accounts lost over a history's time, drawn on to the end where nothing more was lost. */
export function lossCurve(
  caption: string,
  unit: string,
  history: History,
  curves: readonly { name: string; loss: readonly LossPoint[]; look: ChartSeries['look'] }[],
): Block {
  const ends = curves.flatMap(({ loss }) => loss.map(({ at }) => at));
  const starts = curves.flatMap(({ loss }) => (loss[0] ? [loss[0].at] : []));
  const from = Math.min(history.from, ...starts);
  const to = ends.reduce((latest, at) => Math.max(latest, at), history.to);
  return {
    is: 'chart',
    caption,
    unit,
    calendar: history.calendar,
    from,
    to,
    series: curves.map(({ name, loss, look }) => {
      const points = thinned(loss).map(({ at, accounts }) => [at, accounts] as const);
      const [first, last] = [points[0], points.at(-1)];
      const before = first && first[0] > from ? [[from, first[1]] as const] : [];
      const after = last && last[0] < to ? [[to, last[1]] as const] : [];
      return { name, look: look ?? 'main', points: [...before, ...points, ...after] };
    }),
  };
}

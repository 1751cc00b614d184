import type { SimTime } from '@dwell/core/time';
import type { Moment } from '@dwell/scoring';
import { weightOf } from './moment-weight.ts';

/** What one place of a lane stands for: its weightiest moment, and how many there are. */
export type Mark = {
  /** The first moment's id: stable while the place holds the same moments. */
  id: string;
  /** The moment that is drawn. */
  main: Moment;
  /** Where it is drawn, px. */
  x: number;
  count: number;
  from: SimTime;
  to: SimTime;
  /** Is one of them asked for? */
  lit: boolean;
};

type Options = {
  /** Where a time is drawn, px; ascending. */
  x: (at: SimTime) => number;
  left: number;
  right: number;
  /** Room of one mark, px. */
  gap: number;
  lit: ReadonlySet<string>;
  falseAlerts: ReadonlySet<string>;
};

/**
 * Thousands of moments as few marks as fit: one a place of `gap` px, drawn where its weightiest moment
 * stands. Lit moments outweigh all others. `moments` are in order of time.
 */
export function thinMoments(moments: readonly Moment[], options: Options): Mark[] {
  const { x, left, right, gap, lit, falseAlerts } = options;
  const marks: (Mark & { place: number; weight: number })[] = [];
  for (const moment of moments) {
    const at = x(moment.at);
    if (at < left || at > right) continue;
    const place = Math.floor((at - left) / gap);
    const isLit = lit.has(moment.id);
    const weight = weightOf(moment, falseAlerts) + (isLit ? 100 : 0);
    const last = marks.at(-1);
    if (last?.place !== place) {
      marks.push({
        ...{ id: moment.id, main: moment, x: at, count: 1, lit: isLit, place, weight },
        ...{ from: moment.at, to: moment.at },
      });
      continue;
    }
    last.count += 1;
    last.to = moment.at;
    last.lit ||= isLit;
    if (weight > last.weight) {
      last.main = moment;
      last.weight = weight;
      last.x = at;
    }
  }
  return marks.map(({ id, main, count, from, to, lit: isLit, place, x: at }) => ({
    ...{ id, main, count, from, to, lit: isLit },
    // Never so near to its neighbour that their counts run into each other.
    x: Math.max(left + (place + 0.35) * gap, Math.min(left + (place + 0.65) * gap, at)),
  }));
}

import type { Calendar, SimTime } from '@dwell/core/time';
import { timeTicks } from '../charts/nice-ticks.ts';
import type { StretchAxis } from '../charts/stretch-axis.ts';

/** A time below the axis; `step` tells how fine its neighbours are, ms. */
export type Tick = { at: SimTime; step: number; x: number };

type Drawn = {
  x: (at: SimTime) => number;
  left: number;
  right: number;
  /** Room of a label, px. */
  gap: number;
};

/** Round local moments to write below an axis, piece by piece, none nearer to the next than `gap` px. */
export function axisTicks(
  { stretches }: StretchAxis,
  calendar: Calendar,
  { x, left, right, gap }: Drawn,
): Tick[] {
  const ticks: Tick[] = [];
  let free = left + gap / 2;
  for (const { from, to } of stretches) {
    const wide = x(to) - x(from);
    if (x(to) < left || x(from) > right || wide < gap) continue;
    const { step, at: times } = timeTicks(calendar, from, to, Math.max(1, Math.floor(wide / gap)));
    for (const at of times) {
      const place = x(at);
      if (at > to || place < free || place > right - gap / 2) continue;
      ticks.push({ at, step, x: place });
      free = place + gap;
    }
  }
  return ticks;
}

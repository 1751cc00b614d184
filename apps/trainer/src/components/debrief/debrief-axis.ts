import type { SimTime } from '@dwell/core/time';
import type { History } from '@dwell/scoring';
import { type Stretch, type StretchAxis, stretchAxis } from '../charts/stretch-axis.ts';

export type AxisKind = 'programme' | 'calendar';

/** Share of the line that all the time before the exercise gets, and what is left over after its last phase. */
const BEFORE = 0.16;
const AFTER = 0.06;

type Of = Pick<History, 'from' | 'to' | 'phases' | 'moments' | 'loss'>;

/** Ids of the pieces of time that are no phase. */
export const BEFORE_ID = ':before';
export const AFTER_ID = ':after';

/** The first and last times that there is anything to draw of. */
export function extent(history: Of): { from: SimTime; to: SimTime } {
  const first = Math.min(
    history.from,
    history.moments[0]?.at ?? Infinity,
    history.loss.find((point) => point.accounts > 0)?.at ?? Infinity,
  );
  return { from: first, to: Math.max(first + 1, history.to) };
}

/**
 * The time axis of a debrief. `calendar` runs evenly; `programme` gives each phase as much room as
 * people spend in it, and the months before the exercise a narrow strip.
 */
export function debriefAxis(history: Of, kind: AxisKind): StretchAxis {
  const { from, to } = extent(history);
  const whole = [{ id: '', from, to, left: 0, right: 1 }];
  if (kind === 'calendar') return stretchAxis(whole);
  const pieces: { id: string; from: SimTime; to: SimTime; weight: number }[] = [];
  for (const { id, sim, minutes } of history.phases) {
    if (!sim || sim.to <= sim.from || sim.from >= to) continue;
    const end = Math.min(sim.to, to);
    const played = (end - sim.from) / (sim.to - sim.from);
    // A phase hardly begun is still to be seen.
    const weight = (minutes.to - minutes.from) * Math.max(0.25, played);
    pieces.push({ id, from: Math.max(from, sim.from), to: end, weight });
  }
  if (pieces.length === 0) return stretchAxis(whole);
  const total = pieces.reduce((sum, each) => sum + each.weight, 0);
  const first = pieces[0]!.from;
  const last = pieces.at(-1)!.to;
  if (first > from)
    pieces.unshift({ id: BEFORE_ID, from, to: first, weight: (total * BEFORE) / (1 - BEFORE) });
  if (last < to)
    pieces.push({ id: AFTER_ID, from: last, to, weight: (total * AFTER) / (1 - AFTER) });
  return stretchAxis(spread(pieces));
}

function spread(
  pieces: readonly { id: string; from: SimTime; to: SimTime; weight: number }[],
): Stretch[] {
  const total = pieces.reduce((sum, each) => sum + each.weight, 0);
  let sum = 0;
  return pieces.map(({ id, from, to, weight }, at) => {
    const left = sum / total;
    sum += weight;
    return { id, from, to, left, right: at === pieces.length - 1 ? 1 : sum / total };
  });
}

import type { SimTime } from '@dwell/core/time';
import type { ExercisePhase } from '@dwell/simulator/router';
import { type Stretch, type StretchAxis, stretchAxis } from '../charts/stretch-axis.ts';

/**
 * The programme's own axis: ten hours of the first phase get as much room as the weeks of a later one
 * when people spend as long in them. Without phases time runs evenly from `startAt` to `endAt`.
 */
export function programmeAxis(
  phases: readonly ExercisePhase[],
  startAt: SimTime,
  endAt: SimTime,
): StretchAxis {
  const timed = phases.filter((phase) => phase.sim !== null && phase.sim.to > phase.sim.from);
  const total = timed.reduce((sum, { minutes }) => sum + (minutes.to - minutes.from), 0);
  let left = 0;
  const stretches: Stretch[] =
    total > 0
      ? timed.map((phase) => {
          const right = left + (phase.minutes.to - phase.minutes.from) / total;
          const stretch = { id: phase.id, from: phase.sim!.from, to: phase.sim!.to, left, right };
          left = right;
          return stretch;
        })
      : [{ id: '', from: startAt, to: Math.max(startAt + 1, endAt), left: 0, right: 1 }];
  return stretchAxis(stretches);
}

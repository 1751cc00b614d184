import type { SimTime } from '@dwell/core/time';
import type { ExercisePhase } from '@dwell/simulator/router';

type Stretch = { id: string; from: SimTime; to: SimTime; left: number; right: number };
/** Simulated times on a line of length 1, where a phase is as long as people spend in it. */
export type ProgrammeAxis = {
  stretches: readonly Stretch[];
  place: (at: SimTime) => number;
  timeAt: (share: number) => SimTime;
};

/**
 * The programme's own axis: ten hours of the first phase get as much room as the weeks of a later one
 * when people spend as long in them. Without phases time runs evenly from `startAt` to `endAt`.
 */
export function programmeAxis(
  phases: readonly ExercisePhase[],
  startAt: SimTime,
  endAt: SimTime,
): ProgrammeAxis {
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
  const within = (share: number) => Math.max(0, Math.min(1, share));
  return {
    stretches,
    place: (at) => {
      const one = stretches.find((each) => at <= each.to) ?? stretches.at(-1)!;
      return one.left + within((at - one.from) / (one.to - one.from)) * (one.right - one.left);
    },
    timeAt: (share) => {
      const one = stretches.find((each) => share <= each.right) ?? stretches.at(-1)!;
      return one.from + within((share - one.left) / (one.right - one.left)) * (one.to - one.from);
    },
  };
}

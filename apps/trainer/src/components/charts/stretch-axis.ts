import type { SimTime } from '@dwell/core/time';

/** A piece of time and the piece of a line of length 1 that it is drawn on. */
export type Stretch = { id: string; from: SimTime; to: SimTime; left: number; right: number };

/** Simulated times on a line of length 1, piece by piece. */
export type StretchAxis = {
  stretches: readonly Stretch[];
  place: (at: SimTime) => number;
  timeAt: (share: number) => SimTime;
};

/** An axis of pieces that follow each other, the last ending at 1. What lies outside is drawn at the ends. */
export function stretchAxis(stretches: readonly Stretch[]): StretchAxis {
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

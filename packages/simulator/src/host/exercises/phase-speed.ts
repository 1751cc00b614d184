import { MINUTE_MS, type SimTime } from '@dwell/core';
import type { ExercisePhase } from '../../exercise/types.ts';

/** Bounds of a run's clock. */
const SPEED_MIN = 1;
const SPEED_MAX = 100_000;

/**
 * How fast the clock goes in a phase: what is left of its simulated span over its real minutes. Null
 * for a phase in which the clock stands. A clock that is already beyond the phase goes at its plain speed.
 */
export function phaseSpeed({ minutes, sim }: ExercisePhase, now: SimTime): number | null {
  if (!sim) return null;
  const realMs = Math.max(1, minutes.to - minutes.from) * MINUTE_MS;
  const left = now < sim.to ? sim.to - now : sim.to - sim.from;
  return Math.min(SPEED_MAX, Math.max(SPEED_MIN, Math.round(left / realMs)));
}

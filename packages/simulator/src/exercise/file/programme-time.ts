import { type SimTime, TICK_MS } from '@dwell/core';
import type { ExercisePhase } from '../types.ts';

/**
 * Simulated time of a minute of the full programme. While the clock stands (brief, hot wash) it is
 * that of the nearest stretch that moves; at a border, that of the later phase. Null: nothing moves.
 */
export function programmeTime(phases: readonly ExercisePhase[], minute: number): SimTime | null {
  const moving = phases.filter((phase) => phase.sim !== null);
  const first = moving[0];
  if (!first) return null;
  if (minute < first.minutes.from) return first.sim!.from;
  const phase = moving.findLast((each) => each.minutes.from <= minute)!;
  const { from, to } = phase.minutes;
  if (minute >= to) return phase.sim!.to;
  const sim = phase.sim!;
  const share = ((sim.to - sim.from) * (minute - from)) / (to - from);
  return sim.from + Math.floor(share / TICK_MS) * TICK_MS;
}

/** Minute of the full programme (with fractions) at a simulated time; null before and after it. */
export function programmeMinute(phases: readonly ExercisePhase[], at: SimTime): number | null {
  for (const { minutes, sim } of phases) {
    if (sim === null || at < sim.from || at >= sim.to) continue;
    return minutes.from + ((minutes.to - minutes.from) * (at - sim.from)) / (sim.to - sim.from);
  }
  const last = phases.findLast((phase) => phase.sim !== null);
  return last && at === last.sim!.to ? last.minutes.to : null;
}

import type { SimTime } from '@dwell/core';
import type { HistoryPhase } from './history.ts';

/**
 * Minute of the full programme, with fractions, at a simulated time: phases map stretches of simulated
 * time evenly to minutes, so that it is the same however fast the clock was driven or how long it stood.
 * Where the simulated time stands still for a while, the later minute; in a gap between two phases, where
 * the later one begins; before the first that moves, its first minute; after the last, its last minute.
 * Null: no phase moves.
 */
export function programmeMinute(phases: readonly HistoryPhase[], at: SimTime): number | null {
  const moving = phases.flatMap(({ minutes, sim }) => (sim ? [{ minutes, sim }] : []));
  const phase = moving.find(({ sim }) => at < sim.to) ?? moving.at(-1);
  if (!phase) return null;
  const { minutes, sim } = phase;
  if (at <= sim.from && at < sim.to) return minutes.from;
  if (at >= sim.to) return minutes.to;
  return minutes.from + ((minutes.to - minutes.from) * (at - sim.from)) / (sim.to - sim.from);
}

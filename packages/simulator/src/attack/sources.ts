import { mix32 } from '@dwell/core';
import { carrierAddress, hostingAddress, type PopulationKey } from '@dwell/shop';
import type { Knobs } from '../scenario/knobs.ts';

/** Numbers that one address reads before the worker turns to its next one, when there are more addresses than workers. */
const CHUNK = 5000;

/**
 * Addresses the attacker reads from (T1090): each worker owns a share of them. Three quarters are
 * rented machines, the rest sit behind mobile carriers, where blocking hurts customers. A worker that
 * moves on tries the other kind of network in its turn, so that no blocked network holds him for good.
 */
export function sourcePicker(key: PopulationKey, knobs: Knobs, lanes: number) {
  const perLane = Math.max(1, Math.round(knobs['attacker.sources'] / lanes));
  return {
    perLane,
    /** IPv4 of the address that a lane uses at a position of its walk, after so many moves. */
    source(lane: number, position: number, moves: number): number {
      const turn = Math.floor(position / CHUNK) % perLane;
      const index = (moves * perLane + turn) * lanes + lane;
      return (lane + moves) % 4 === 3
        ? carrierAddress(key, mix32(index + 7) % 77_000_000, 0)
        : hostingAddress(key, index);
    },
  };
}

export type SourcePicker = ReturnType<typeof sourcePicker>;

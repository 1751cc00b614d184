import type { SimTime } from '@dwell/core';
import type { WorldState } from '../../world/state.ts';

/**
 * Earliest provable awareness: an alert judged true, a declaration, or a mail that was read and told
 * of it, whichever came first. Once there is one of them, an alert that was put away before counts
 * too: whoever asks later finds it in the log.
 */
export function earliestAwareness({ awareness, exercise }: WorldState): SimTime | null {
  const told = [awareness.declaredAt, awareness.trueVerdictAt, exercise?.awareAt ?? null];
  const known = told.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known, awareness.buriedAt ?? Infinity);
}

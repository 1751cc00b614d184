import type { Bound, BoundName } from '@dwell/scoring';
import type { BaseRun } from './base-run.ts';
import { otherTeam } from './other-team.ts';

/** The team's bounds, from below upwards. */
const BOUNDS: readonly BoundName[] = ['nothing', 'written', 'expert'];

/** What the same seed brings to bot teams: those who do nothing, who go by the book, who know. */
export function bounds(base: BaseRun, onProgress?: (done: number) => void): Bound[] {
  return BOUNDS.map((name, i) => {
    const lived = otherTeam(base, name);
    onProgress?.((i + 1) / BOUNDS.length);
    return { name, outcome: base.outcomeOf(lived), loss: base.lossOf(lived) };
  });
}

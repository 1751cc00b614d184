import { placeOf, type Problem } from '@dwell/simulator';
import type { Io } from './command.ts';

/** Says on stderr which rules say nothing at the scale, a line each. */
export function warnOfRefused(refused: readonly Problem[], io: Io): void {
  for (const problem of refused)
    io.err(`warning: ${problem.message} · ${placeOf(problem)} · ${problem.hint}\n`);
}

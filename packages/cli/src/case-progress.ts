import type { CaseWork } from '@dwell/simulator';
import type { Io } from './command.ts';
import { openProgress } from './progress.ts';

const SAID: { readonly [what in CaseWork]: string } = {
  history: 'replaying the exercise',
  rules: 'testing its rules',
  bounds: 'playing it with bot teams',
  sweep: 'trying each decision otherwise',
};

/** A bar for what is done with a case, piece by piece. */
export function openCaseProgress(
  io: Io,
  label: string,
  quiet: boolean,
): { update(done: number, what: CaseWork): void; end(): void } {
  const progress = openProgress(io, label, quiet);
  return {
    update: (done, what) => progress.update(done, SAID[what]),
    end: () => progress.end(),
  };
}

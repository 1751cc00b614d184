import type { Problem } from '../../scenario/problem.ts';
import { type Located, partAt } from '../../scenario/yaml/located.ts';

/** Gathers what is wrong with an exercise file, each with its place in the file it came from. */
export class ProblemList {
  readonly problems: Problem[] = [];
  readonly #root: Located;

  constructor(root: Located) {
    this.#root = root;
  }

  add(
    path: readonly PropertyKey[],
    message: string,
    hint: string,
    { code = 'EXERCISE_SENSE', severity = 'error' }: Partial<Problem> = {},
  ): void {
    this.problems.push({ ...partAt(this.#root, path).place, code, severity, message, hint });
  }
}

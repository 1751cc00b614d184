import { DwellError } from '@dwell/core';

/** Something wrong in a file that people write, with its place (1-based; column in UTF-16 units). */
export type Problem = {
  file: string;
  line: number;
  column: number;
  /** Stable, for programs: `SCENARIO_KEY`, `YAML`, … */
  code: string;
  severity: 'error' | 'warning';
  message: string;
  /** What to do about it. */
  hint: string;
};

/** `file:line:column`. */
export function placeOf(problem: Pick<Problem, 'file' | 'line' | 'column'>): string {
  return `${problem.file}:${problem.line}:${problem.column}`;
}

/** One line for people: `file:line:column: error: message · hint`. */
export function formatProblem(problem: Problem): string {
  return `${placeOf(problem)}: ${problem.severity}: ${problem.message} · ${problem.hint} [${problem.code}]`;
}

/** Throws the first error as a `DwellError` (exit 2) that says how many more there are; warnings pass. */
export function throwFirst(problems: readonly Problem[]): void {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const first = errors[0];
  if (!first) return;
  const more = errors.length - 1;
  const todo = more > 0 ? `${first.hint} (${more} more: dwell lint ${first.file})` : first.hint;
  throw new DwellError(first.code, { what: first.message, where: placeOf(first), todo });
}

/** Problems in reading order: by file, then line, then column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const order = (x: Problem, y: Problem) =>
    (x.file < y.file ? -1 : x.file > y.file ? 1 : 0) || x.line - y.line || x.column - y.column;
  return [...problems].sort(order);
}

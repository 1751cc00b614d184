/** Where something stands in a file; both from 1. */
export type Position = { line: number; column: number };

/** Something wrong with a rule file, said so that its author can mend it. */
export type Problem = {
  /** Stable, for programs: `YAML`, `CONDITION`, `MODIFIER`, … */
  code: string;
  severity: 'error' | 'warning';
  /** What is wrong, in a sentence without a full stop. */
  message: string;
  /** What to do about it. */
  hint: string;
  file: string;
} & Position;

/** One line of text: `file:line:column: severity: message · hint`. */
export function problemText(problem: Problem): string {
  const { file, line, column, severity, message, hint } = problem;
  return `${file}:${line}:${column}: ${severity}: ${message} · ${hint}`;
}

import { LineCounter } from 'yaml';
import type { Position, Problem } from '../ir/problem.ts';

/** More than this of one file helps nobody. */
const PROBLEMS_MAX = 200;
const TEXT_MAX = 300;

const shorten = (text: string) => (text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text);

/** A text being read: turns offsets into positions and collects what is wrong with it. */
export class Source {
  readonly text: string;
  readonly file: string;
  readonly lines = new LineCounter();
  readonly problems: Problem[] = [];
  /** Errors so far, also those beyond the bound of what is kept. */
  errors = 0;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
  }

  /** What is wrong, in reading order. */
  sorted(): Problem[] {
    return this.problems.toSorted((x, y) => x.line - y.line || x.column - y.column);
  }

  position(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  error(at: number, code: string, message: string, hint: string): void {
    this.errors += 1;
    this.#add(at, code, 'error', message, hint);
  }

  warn(at: number, code: string, message: string, hint: string): void {
    this.#add(at, code, 'warning', message, hint);
  }

  /**
   * The offset in the text of a place inside a scalar, given as an index into its value. Quotes,
   * escapes and folded lines shift it: then the same word is looked for, the same time in order.
   */
  inside(scalar: { at: number; end: number }, value: string, index: number): number {
    const raw = this.text.slice(scalar.at, scalar.end);
    for (const quote of [0, 1]) {
      if (raw.startsWith(value, quote)) return scalar.at + quote + index;
    }
    const word = /^(\w+|\S)/.exec(value.slice(index))?.[0];
    if (word === undefined) return scalar.at;
    const nth = value.slice(0, index).split(word).length;
    let found = -1;
    for (let i = 0; i < nth; i++) {
      found = raw.indexOf(word, found < 0 ? 0 : found + word.length);
      if (found < 0) return scalar.at;
    }
    return scalar.at + found;
  }

  #add(
    at: number,
    code: string,
    severity: Problem['severity'],
    message: string,
    hint: string,
  ): void {
    if (this.problems.length >= PROBLEMS_MAX) return;
    const said = { message: shorten(message), hint: shorten(hint) };
    this.problems.push({ code, severity, ...said, file: this.file, ...this.position(at) });
  }
}

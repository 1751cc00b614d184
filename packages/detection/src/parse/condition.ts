import type { Expression } from '../ir/expression.ts';
import { closest } from './closest.ts';
import { conditionTokens, type Token, wordOf } from './condition-tokens.ts';
import { globMatches } from './glob.ts';
import { join } from './join.ts';
import { quantified } from './quantified.ts';

const TOKENS_MAX = 2000;
const DEPTH_MAX = 64;
/** Unknown names that are reported. */
const FAULTS_MAX = 20;
const OWN = ['and', 'or', 'not', 'of', 'them'];

/** A selection by name; null: it has an error of its own, already reported. */
export type Selections = ReadonlyMap<string, Expression | null>;

export type ConditionFault = { index: number; code: string; message: string; hint: string };
export type ReadCondition = {
  /** Null with faults, or when a selection it uses has an error. */
  expression: Expression | null;
  used: ReadonlySet<string>;
  faults: ConditionFault[];
};

/**
 * A condition over selections. From loosest to tightest: `or`, `and`, `not`, `x of …`, `( )`; words of
 * the language in any case. All unknown names are reported, of wrong grammar the first.
 */
export function readCondition(text: string, selections: Selections): ReadCondition {
  const reader = new Reader(text, selections);
  try {
    const expression = reader.whole();
    const { faults, used } = reader;
    return { expression: faults.length > 0 ? null : expression, used, faults };
  } catch (error) {
    if (error !== reader.stop) throw error;
    return { expression: null, used: reader.used, faults: reader.faults };
  }
}

class Reader {
  readonly faults: ConditionFault[] = [];
  readonly used = new Set<string>();
  readonly stop = new Error('the condition cannot be read on');
  readonly #selections: Selections;
  readonly #tokens: Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string, selections: Selections) {
    this.#tokens = conditionTokens(text);
    this.#selections = selections;
  }

  whole(): Expression | null {
    const { length } = this.#tokens;
    if (length > TOKENS_MAX)
      this.#fail(this.#peek(), 'the condition is too long', `keep to ${TOKENS_MAX} words`);
    if (length === 1) this.#fail(this.#peek(), 'the condition is empty', 'name a selection');
    const expression = this.#or();
    const token = this.#peek();
    if (token.kind === '|') this.#aggregation(token);
    if (token.kind === ')') this.#fail(token, 'a ")" too many', 'take it out, or add a "("');
    if (token.kind !== 'end') {
      const last = this.#tokens[this.#next - 1]!;
      const what = `"${token.text}" follows "${last.text}" directly`;
      this.#fail(token, what, 'join them with "and" or "or"; names have no spaces');
    }
    return expression;
  }

  #or(): Expression | null {
    return this.#chain('or', () => this.#chain('and', () => this.#not()));
  }

  #chain(kind: 'and' | 'or', part: () => Expression | null): Expression | null {
    const parts = [part()];
    while (wordOf(this.#peek()) === kind) {
      this.#next += 1;
      parts.push(part());
    }
    return parts.includes(null) ? null : join(kind, parts as Expression[]);
  }

  #not(): Expression | null {
    const token = this.#peek();
    if (wordOf(token) !== 'not') return this.#atom();
    this.#next += 1;
    const of = this.#deeper(token, () => this.#not());
    return of && { kind: 'not', of };
  }

  #atom(): Expression | null {
    const token = this.#take();
    if (token.kind === '(') {
      const inner = this.#deeper(token, () => this.#or());
      const end = this.#take();
      if (end.kind === '|') this.#aggregation(end);
      if (end.kind !== ')') this.#fail(token, 'this "(" is not closed', 'add a ")"');
      return inner;
    }
    if (token.kind === '|') this.#aggregation(token);
    if (wordOf(this.#peek()) === 'of' && !OWN.includes(wordOf(token))) return this.#of(token);
    if (token.kind !== 'word' || (OWN.includes(wordOf(token)) && !this.#selections.has(token.text)))
      this.#fail(token, this.#missing(token), 'name a selection here');
    return this.#named(token);
  }

  #missing(token: Token): string {
    if (token.kind === 'end') return 'the condition ends where a selection should follow';
    return `"${token.text}" stands where a selection should`;
  }

  #named(token: Token): Expression | null {
    const { text } = token;
    if (this.#selections.has(text)) {
      this.used.add(text);
      return this.#selections.get(text)!;
    }
    const { index } = token;
    const message = `there is no selection "${text}"`;
    this.faults.push({ index, code: 'SELECTION', message, hint: this.#guess(text) });
    if (this.faults.length >= FAULTS_MAX) throw this.stop;
    return null;
  }

  /** `1 of sel*`, `all of them`, `2 of (a*)`; the number is taken already. */
  #of(count: Token): Expression | null {
    this.#next += 1;
    const target = this.#take();
    const quantity = wordOf(count);
    if (!/^(all|any|\d+)$/.test(quantity))
      this.#fail(count, `"${count.text} of" is no quantity`, 'write "1 of", "all of" or a number');
    if (target.kind !== 'word')
      this.#fail(target, `"${count.text} of" what`, 'write "them" or a name such as selection_*');
    const names = this.#matching(target);
    const fault = (message: string, hint: string) => {
      this.faults.push({ index: target.index, code: 'SELECTION', message, hint });
      return null;
    };
    if (names.length === 0) {
      const what = `no selection matches "${target.text}"`;
      return fault(what, this.#guess(target.text.replaceAll('*', '')));
    }
    for (const name of names) this.used.add(name);
    const need = quantity === 'all' ? names.length : quantity === 'any' ? 1 : Number(quantity);
    if (need < 1 || need > names.length) {
      const what = `"${count.text} of ${target.text}" of ${names.length} selections`;
      return fault(what, need < 1 ? 'write "not 1 of …"' : 'ask for fewer');
    }
    const parts = names.map((name) => this.#selections.get(name) ?? null);
    if (parts.includes(null)) return null;
    const made = quantified(need, parts as Expression[]);
    return made ?? fault('too many combinations', 'ask for fewer, or write it out');
  }

  /** Selections that a pattern names; those that start with `_` only when it does too. */
  #matching(target: Token): string[] {
    const pattern = wordOf(target) === 'them' ? '*' : target.text;
    return [...this.#selections.keys()].filter(
      (name) => globMatches(pattern, name) && (!name.startsWith('_') || pattern.startsWith('_')),
    );
  }

  #guess(text: string): string {
    const names = [...this.#selections.keys()];
    const near = closest(text, names);
    if (near !== null) return `did you mean "${near}"?`;
    return names.length > 0
      ? `there is ${names.slice(0, 20).join(', ')}`
      : 'write a selection first';
  }

  #aggregation(token: Token): never {
    const after = this.#tokens[this.#tokens.indexOf(token) + 1]!;
    const what = `"| ${after.text}" is the old way to count, which Sigma no longer has`;
    const hint =
      'write a document with correlation: (type event_count, rules, timespan, condition)';
    this.faults.push({ index: token.index, code: 'AGGREGATION', message: what, hint });
    throw this.stop;
  }

  #deeper<T>(token: Token, read: () => T): T {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX)
      this.#fail(token, 'the condition nests too deep', `keep to ${DEPTH_MAX} levels`);
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #fail(token: Token, message: string, hint: string): never {
    this.faults.push({ index: token.index, code: 'CONDITION', message, hint });
    throw this.stop;
  }

  #peek(): Token {
    return this.#tokens[this.#next]!;
  }

  #take(): Token {
    const token = this.#tokens[this.#next]!;
    if (token.kind !== 'end') this.#next += 1;
    return token;
  }
}

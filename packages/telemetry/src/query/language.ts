import { queryTextError, tokenize, type Token } from './tokens.ts';

/** A value as written: whether quoted (then `*` and `?` are themselves), and where. */
export type QueryValue = { text: string; quoted: boolean; column: number };

/** A parsed query-bar text. */
export type Query =
  | { kind: 'all' }
  | { kind: 'and' | 'or'; of: readonly Query[] }
  | { kind: 'not'; of: Query }
  | { kind: 'word'; value: QueryValue }
  | { kind: 'field'; field: string; column: number; test: FieldTest };

export type FieldTest =
  | { op: 'is'; value: QueryValue }
  | { op: '>' | '>=' | '<' | '<='; value: QueryValue }
  | { op: 'range'; from: QueryValue; to: QueryValue };

const DEPTH_MAX = 50;
const TEXT_MAX = 4000;

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.tokens = tokenize(text);
  }

  query(): Query {
    if (this.peek().kind === 'end') return { kind: 'all' };
    const query = this.or();
    const rest = this.peek();
    if (rest.kind !== 'end')
      throw queryTextError(
        `"${rest.text}" is not expected here`,
        rest.column,
        'remove it, or quote it',
      );
    return query;
  }

  private or(): Query {
    const of = [this.and()];
    while (this.word('OR')) of.push(this.and());
    return of.length === 1 ? of[0]! : { kind: 'or', of };
  }

  /** Terms side by side mean AND. */
  private and(): Query {
    const of = [this.not()];
    for (;;) {
      if (this.word('AND')) of.push(this.not());
      else if (this.startsTerm()) of.push(this.not());
      else return of.length === 1 ? of[0]! : { kind: 'and', of };
    }
  }

  private not(): Query {
    if (++this.depth > DEPTH_MAX)
      throw queryTextError(
        'the query is nested too deeply',
        this.peek().column,
        'use fewer parentheses',
      );
    try {
      if (this.word('NOT')) return { kind: 'not', of: this.not() };
      if (this.peek().kind === 'minus') {
        this.take();
        return { kind: 'not', of: this.term() };
      }
      return this.term();
    } finally {
      this.depth--;
    }
  }

  private term(): Query {
    const token = this.take();
    if (token.kind === 'open') {
      const query = this.or();
      if (this.peek().kind !== 'close')
        throw queryTextError('a parenthesis is not closed', token.column, 'add a ) at its end');
      this.take();
      return query;
    }
    if (token.kind === 'quoted') return { kind: 'word', value: valueOf(token) };
    if (token.kind === 'word') {
      if (this.peek().kind !== 'colon') return { kind: 'word', value: valueOf(token) };
      this.take();
      return {
        kind: 'field',
        field: token.text,
        column: token.column,
        test: this.test(token.text),
      };
    }
    if (token.kind === 'end')
      throw queryTextError(
        'something is missing at the end',
        token.column,
        'write field:value or a word',
      );
    throw queryTextError(
      `"${token.text}" is not expected here`,
      token.column,
      'write field:value or a word',
    );
  }

  private test(field: string): FieldTest {
    const token = this.peek();
    if (token.kind === 'compare') {
      this.take();
      return { op: token.text as '>', value: this.value(field) };
    }
    if (token.kind === 'openRange') {
      this.take();
      const from = this.value(field);
      if (!this.word('TO'))
        throw queryTextError('a range needs "to"', this.peek().column, `write ${field}:[a to b]`);
      const to = this.value(field);
      if (this.peek().kind !== 'closeRange')
        throw queryTextError('a range is not closed', token.column, 'add a ] at its end');
      this.take();
      return { op: 'range', from, to };
    }
    return { op: 'is', value: this.value(field) };
  }

  private value(field: string): QueryValue {
    const token = this.take();
    if (token.kind === 'word' || token.kind === 'quoted') return valueOf(token);
    throw queryTextError(`${field} has no value`, token.column, `write ${field}:value`);
  }

  private startsTerm(): boolean {
    const { kind, text } = this.peek();
    return (
      kind === 'open' || kind === 'quoted' || kind === 'minus' || (kind === 'word' && text !== 'OR')
    );
  }

  /** Takes the word when it comes next. `AND OR NOT` are written in capitals, `to` as you like. */
  private word(text: 'AND' | 'OR' | 'NOT' | 'TO'): boolean {
    const token = this.peek();
    const same =
      token.kind === 'word' && (text === 'TO' ? token.text.toUpperCase() : token.text) === text;
    if (same) this.at++;
    return same;
  }

  private peek(): Token {
    return this.tokens[this.at]!;
  }

  private take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at++;
    return token;
  }
}

function valueOf(token: Token): QueryValue {
  return { text: token.text, quoted: token.kind === 'quoted', column: token.column };
}

/**
 * Parses the query bar: `endpoint:my_info status_code:>=400 NOT (src_ip:10.0.0.0/8 OR "some words")`.
 * Errors: `QUERY_TEXT` with the column of what is wrong.
 */
export function parseQuery(text: string): Query {
  if (text.length > TEXT_MAX)
    throw queryTextError(`the query is longer than ${TEXT_MAX} characters`, TEXT_MAX, 'shorten it');
  return new Parser(text).query();
}

import { badInput, type DwellError } from '@dwell/core';

/** A piece of a query-bar text with the column (1-based) at which it starts. */
export type Token = {
  kind:
    | 'word'
    | 'quoted'
    | 'open'
    | 'close'
    | 'openRange'
    | 'closeRange'
    | 'colon'
    | 'compare'
    | 'minus'
    | 'end';
  text: string;
  column: number;
};

/** An error at a column of the query-bar text. */
export function queryTextError(what: string, column: number, todo: string): DwellError {
  return badInput('QUERY_TEXT', what, `the query, column ${column}`, todo);
}

const SINGLE: Readonly<Record<string, Token['kind']>> = {
  '(': 'open',
  ')': 'close',
  '[': 'openRange',
  ']': 'closeRange',
};

function quoted(text: string, start: number): { token: Token; next: number } {
  let value = '';
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\\' && i + 1 < text.length) value += text[++i]!;
    else if (c === '"')
      return { token: { kind: 'quoted', text: value, column: start + 1 }, next: i + 1 };
    else value += c;
  }
  throw queryTextError('a quote is not closed', start + 1, 'add a " at its end');
}

/** A `-` in front of a term means NOT; within a value it is itself. */
function minusMayStand(tokens: readonly Token[]): boolean {
  const before = tokens.at(-1)?.kind;
  return before !== 'colon' && before !== 'compare' && before !== 'openRange';
}

/**
 * Splits a query-bar text. A `:` ends a word only where a field name may stand, so `url_path:/a:b`
 * and times keep their colons. Errors: `QUERY_TEXT` with the column.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const c = text[i]!;
    if (/\s/.test(c)) {
      i++;
      continue;
    }
    const column = i + 1;
    if (SINGLE[c]) {
      tokens.push({ kind: SINGLE[c], text: c, column });
      i++;
    } else if (c === '"') {
      const { token, next } = quoted(text, i);
      tokens.push(token);
      i = next;
    } else if (c === '-' && minusMayStand(tokens) && /^-[^\s\d]/.test(text.slice(i))) {
      tokens.push({ kind: 'minus', text: c, column });
      i++;
    } else if (c === '>' || c === '<') {
      const sign = text[i + 1] === '=' ? c + '=' : c;
      tokens.push({ kind: 'compare', text: sign, column });
      i += sign.length;
    } else {
      const before = tokens.at(-1)?.kind;
      const name =
        before !== 'colon' && before !== 'compare'
          ? /^[A-Za-z_][\w.]*(?=:)/.exec(text.slice(i))?.[0]
          : undefined;
      if (name) {
        tokens.push(
          { kind: 'word', text: name, column },
          { kind: 'colon', text: ':', column: i + name.length + 1 },
        );
        i += name.length + 1;
      } else {
        const word = /^(?:\\.|[^\s()[\]"<>])+/.exec(text.slice(i))?.[0] ?? c;
        tokens.push({ kind: 'word', text: word, column });
        i += word.length;
      }
    }
  }
  tokens.push({ kind: 'end', text: '', column: text.length + 1 });
  return tokens;
}

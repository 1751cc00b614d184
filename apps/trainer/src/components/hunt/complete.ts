/** What the caret stands in: the beginning of a field's name, or of a field's value. */
export type Completing =
  | { kind: 'field'; typed: string; from: number; to: number }
  | {
      kind: 'value';
      field: string;
      typed: string;
      from: number;
      to: number;
      /** The query without the condition that is being written. */
      rest: string;
      /** Nothing stands after the colon yet: an operator may. */
      fresh: boolean;
    };

/** What could be completed at the caret; the text from `from` to `to` would be replaced. */
export function completingAt(query: string, caret: number): Completing {
  const before = query.slice(0, caret);
  const start = Math.max(before.lastIndexOf(' '), before.lastIndexOf('(')) + 1;
  const word = before.slice(start);
  const sign = word.startsWith('-') ? 1 : 0;
  const colon = word.indexOf(':');
  if (colon < 0) return { kind: 'field', typed: word.slice(sign), from: start + sign, to: caret };
  const field = word.slice(sign, colon);
  const value = word.slice(colon + 1);
  const skip = /^(>=|<=|>|<|")/.exec(value)?.[0].length ?? 0;
  return {
    kind: 'value',
    field,
    typed: value.slice(skip),
    from: start + colon + 1 + (value.startsWith('"') ? 0 : skip),
    to: caret,
    rest: `${query.slice(0, start)}${query.slice(caret)}`.trim(),
    fresh: value === '',
  };
}

/** What may stand before or instead of a value, by the column's type, with what it means. */
export function operatorsOf(type: string): readonly { insert: string; means: OperatorMeaning }[] {
  const present = { insert: '* ', means: 'present' } as const;
  if (!/integer|double|bigint|time|date/i.test(type)) return [present];
  return [
    { insert: '>=', means: 'atLeast' },
    { insert: '<=', means: 'atMost' },
    { insert: '[', means: 'range' },
    present,
  ];
}

export type OperatorMeaning = 'atLeast' | 'atMost' | 'range' | 'present';

/** Those of the candidates that begin with or hold what was typed, beginnings first. */
export function candidates(all: readonly string[], typed: string, limit = 10): string[] {
  const text = typed.toLowerCase();
  const rank = (name: string) => (name.toLowerCase().startsWith(text) ? 0 : 1);
  return all
    .filter((name) => name.toLowerCase().includes(text))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, limit);
}

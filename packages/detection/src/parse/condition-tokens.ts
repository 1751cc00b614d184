/** A piece of a condition; `index` into its text. */
export type Token = { kind: 'word' | '(' | ')' | '|' | 'end'; text: string; index: number };

const PIECE = /\s+|[()|]|[^\s()|]+/g;

/** The pieces of a condition, the last one `end`. */
export function conditionTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (piece.trim() === '') continue;
    const kind = piece === '(' || piece === ')' || piece === '|' ? piece : 'word';
    tokens.push({ kind, text: piece, index });
  }
  tokens.push({ kind: 'end', text: '', index: text.trimEnd().length });
  return tokens;
}

/** A word as the language's own, in lower case. */
export const wordOf = (token: Token): string =>
  token.kind === 'word' ? token.text.toLowerCase() : '';

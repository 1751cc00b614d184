/** One piece of a Sigma text: a literal character (code point), or a wildcard. */
export type Piece = string | { wild: '*' | '?' };

/** Reads wildcards and escapes of a Sigma text: `\*`, `\?` and `\\` stand for the second character. */
export function pieces(text: string): Piece[] {
  const chars = Array.from(text);
  const made: Piece[] = [];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i]!;
    const next = chars[i + 1];
    if (char === '\\' && (next === '\\' || next === '*' || next === '?')) {
      made.push(next);
      i++;
    } else made.push(char === '*' || char === '?' ? { wild: char } : char);
  }
  return made;
}

/** The text without wildcards that pieces stand for. */
export function literal(from: readonly Piece[]): string {
  return from.map((piece) => (typeof piece === 'string' ? piece : piece.wild)).join('');
}

/** Lower-cases the literal runs between wildcards, each as a whole. */
export function foldPieces(from: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  let run = '';
  const flush = () => {
    made.push(...Array.from(run.toLowerCase()));
    run = '';
  };
  for (const piece of from) {
    if (typeof piece === 'string') run += piece;
    else {
      flush();
      made.push(piece);
    }
  }
  flush();
  return made;
}

/** Whether the whole text, code point by code point, is what the pieces describe. */
export function wildMatch(pattern: readonly Piece[], text: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return text.length === 0;
  if (typeof head === 'string') return text[0] === head && wildMatch(rest, text.slice(1));
  if (head.wild === '?') return text.length > 0 && wildMatch(rest, text.slice(1));
  return text.some((_, i) => wildMatch(rest, text.slice(i))) || wildMatch(rest, []);
}

/**
 * An RE2 expression as JavaScript's own, for the expressions that the generators write: literals,
 * `.`, classes, anchors, quantifiers, alternation, groups. Only line feeds end lines in RE2.
 */
export function jsRegex(source: string, flags: string): RegExp {
  const any = flags.includes('s') ? '[\\s\\S]' : '[^\\n]';
  const [start, end] = flags.includes('m') ? ['(?<=^|\\n)', '(?=$|\\n)'] : ['^', '$'];
  let inClass = false;
  const text = source.replaceAll(/\\[\s\S]|[\s\S]/g, (token) => {
    if (token === '[') inClass = true;
    else if (token === ']') inClass = false;
    else if (!inClass && token === '.') return any;
    else if (!inClass && token === '^') return start;
    else if (!inClass && token === '$') return end;
    return token;
  });
  return new RegExp(text, flags.includes('i') ? 'iu' : 'u');
}

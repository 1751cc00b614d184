/** A text as a LIKE pattern (`ESCAPE '\'`) that matches just itself. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (c) => `\\${c}`);
}

/** `a*b?` as a LIKE pattern; `\*` and `\?` are themselves. */
export function likePattern(text: string): string {
  return text.replaceAll(
    /\\(.)|([*])|([?])|([%_\\])/g,
    (
      _,
      escaped: string | undefined,
      star: string | undefined,
      one: string | undefined,
      special: string,
    ) => (star ? '%' : one ? '_' : escapeLike(escaped ?? special)),
  );
}

type Piece = { kind: 'any' | 'one' | 'char'; char?: string };

function pieces(pattern: string): Piece[] {
  const list: Piece[] = [];
  const chars = Array.from(pattern.toLowerCase());
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i]!;
    if (c === '%') list.push({ kind: 'any' });
    else if (c === '_') list.push({ kind: 'one' });
    else list.push({ kind: 'char', char: c === '\\' ? (chars[++i] ?? '\\') : c });
  }
  return list;
}

/** Does `text ILIKE pattern` hold? For values known beforehand. Time: text × pattern at most. */
export function likeMatches(text: string, pattern: string): boolean {
  const chars = Array.from(text.toLowerCase());
  const parts = pieces(pattern);
  let at = 0;
  let part = 0;
  let star = -1;
  let retry = 0;
  while (at < chars.length) {
    const p = parts[part];
    if (p?.kind === 'any') {
      star = part++;
      retry = at;
    } else if (p && (p.kind === 'one' || p.char === chars[at])) {
      part++;
      at++;
    } else if (star >= 0) {
      part = star + 1;
      at = ++retry;
    } else return false;
  }
  return parts.slice(part).every((p) => p.kind === 'any');
}

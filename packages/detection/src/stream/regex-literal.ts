/** Characters that end a run of literal text and may stand where they are. */
const BREAKS = '.^$';
const ESCAPED = /[^a-zA-Z0-9]/;
const REPEAT = /\{\d+(?:,\d*)?\}\??/y;

/**
 * A text, in lower case, that the folded form of every text the expression matches contains; null when
 * none is easily found. Only characters of ASCII, whose folding depends on nothing around them.
 */
export function regexLiteral(source: string, flags: string): string | null {
  const inline = source.startsWith('(?i)');
  const folds = inline || flags.includes('i');
  let best = '';
  let run = '';
  const end = () => {
    if (run.length > best.length) best = run;
    run = '';
  };
  let at = inline ? 4 : 0;
  while (at < source.length) {
    const char = source[at]!;
    let literal: string | null = null;
    if (char === '|') return null;
    if (char === '(' || char === '[') {
      const after = char === '(' ? groupEnd(source, at) : classEnd(source, at);
      if (after === null) return null;
      at = after;
    } else if (char === '\\') {
      literal = source[at + 1] ?? '';
      at += 2;
      if (!ESCAPED.test(literal)) {
        // Of escapes with letters only those without anything after them.
        if (!'dDwWsSbBntrfvAz'.includes(literal) || literal === '') return null;
        literal = null;
      }
    } else {
      at++;
      if (!BREAKS.includes(char)) literal = char;
    }
    const repeat = repeatAt(source, at);
    at += repeat.length;
    // Case folding beyond ASCII: ſ is an s, yet is its own lower case.
    if (literal !== null && (literal > '~' || (folds && /s/i.test(literal)))) literal = null;
    const optional = repeat.startsWith('*') || repeat.startsWith('?') || repeat.startsWith('{');
    if (literal === null || optional) end();
    else {
      run += literal.toLowerCase();
      if (repeat !== '') end();
    }
  }
  end();
  return best.length >= 3 ? best : null;
}

function repeatAt(source: string, at: number): string {
  const char = source[at];
  if (char === '*' || char === '?' || char === '+')
    return source[at + 1] === '?' ? `${char}?` : char;
  REPEAT.lastIndex = at;
  return REPEAT.exec(source)?.[0] ?? '';
}

/** The place after the group that opens at `at`, or null when that is not plain. */
function groupEnd(source: string, at: number): number | null {
  // Groups that set flags reach beyond their bracket.
  if (source[at + 1] === '?' && !/^\?(?::|P?<[A-Za-z_])/.test(source.slice(at + 1))) return null;
  let depth = 0;
  for (let i = at; i < source.length; i++) {
    const char = source[i];
    if (char === '\\') {
      if (source[i + 1] === 'Q') return null;
      i++;
    } else if (char === '[') {
      const after = classEnd(source, i);
      if (after === null) return null;
      i = after - 1;
    } else if (char === '(') {
      if (source[i + 1] === '?' && !/^\?(?::|P?<[A-Za-z_])/.test(source.slice(i + 1))) return null;
      depth++;
    } else if (char === ')') {
      depth--;
      if (depth === 0) return i + 1;
    }
  }
  return null;
}

/** The place after the class that opens at `at`. */
function classEnd(source: string, at: number): number | null {
  let i = at + 1;
  if (source[i] === '^') i++;
  // A bracket in first place is one of the class.
  if (source[i] === ']') i++;
  for (; i < source.length; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (char === '[' && source[i + 1] === ':') {
      const after = source.indexOf(':]', i + 2);
      if (after < 0) return null;
      i = after + 1;
    } else if (char === ']') return i + 1;
  }
  return null;
}

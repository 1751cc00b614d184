import type { PatternPart, PatternTest, RegexTest } from '../ir/expression.ts';
import { literal, type Sql } from './sql-text.ts';

/** Whether a text can be in the database at all, which holds well-formed Unicode only. */
export function isStorable(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** The text a pattern stands for when it has no wildcards, else null. */
export function exactText(parts: readonly PatternPart[]): string | null {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') return null;
    text += part.text;
  }
  return text;
}

/**
 * The text that a pattern looks for anywhere in folded values, when it can be looked for in all values
 * at once, one a line: a text without a line feed that is found there lies within one of them.
 */
export function soughtText({ parts, cased }: PatternTest): string | null {
  const [head, middle, tail] = parts;
  if (cased || parts.length !== 3 || head !== 'any' || tail !== 'any') return null;
  return typeof middle !== 'object' || middle.text.includes('\n') ? null : middle.text;
}

/** `text`, an SQL expression, against a pattern. Folding is the caller's: fold what stands in `text`. */
export function patternSql(text: string, { parts }: Pick<PatternTest, 'parts'>): Sql {
  if (parts.some((part) => typeof part !== 'string' && !isStorable(part.text))) return false;
  const exact = exactText(parts);
  if (exact !== null) return `${text} = ${literal(exact)}`;
  const [head, middle, tail] = [parts[0], parts[1], parts[2]];
  if (parts.length === 1 && head === 'any') return `${text} IS NOT NULL`;
  if (parts.length === 2 && head === 'any' && typeof middle === 'object') {
    return `suffix(${text}, ${literal(middle.text)})`;
  }
  if (parts.length === 2 && middle === 'any' && typeof head === 'object') {
    return `starts_with(${text}, ${literal(head.text)})`;
  }
  if (parts.length === 3 && head === 'any' && tail === 'any' && typeof middle === 'object') {
    return `contains(${text}, ${literal(middle.text)})`;
  }
  return `${text} LIKE ${literal(parts.map(likePart).join(''))} ESCAPE '^'`;
}

/** `%` is any run of characters, `_` one code point; both see line ends as characters. */
function likePart(part: PatternPart): string {
  if (part === 'any') return '%';
  return part === 'one' ? '_' : part.text.replace(/[%_^]/g, '^$&');
}

/**
 * A beginning or an end of the text somewhere in an expression. The database turns expressions of
 * literals and anchors into comparisons of text, and takes `a\A` for "ends with a"; one with a group in
 * it, here an empty one, it leaves to RE2.
 */
const ANCHORED_WITHIN = /.(?:\\A|\^)|(?:\\z|\$)./s;

/** `text` holds a match of an RE2 expression. */
export function regexSql(
  text: string,
  { source, flags }: Pick<RegexTest, 'source' | 'flags'>,
): Sql {
  if (!isStorable(source)) return false;
  const asWritten = ANCHORED_WITHIN.test(source) ? '()' : '';
  const pattern = `${flags === '' ? '' : `(?${flags})`}${asWritten}${plainGroups(source)}`;
  return `regexp_matches(${text}, ${literal(pattern)})`;
}

/** The database's RE2 knows named groups as `(?P<name>` only. */
function plainGroups(source: string): string {
  let out = '';
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (c === '\\' && source[i + 1] === 'Q' && !inClass) {
      const end = source.indexOf('\\E', i + 2);
      const stop = end < 0 ? source.length : end + 2;
      out += source.slice(i, stop);
      i = stop - 1;
    } else if (c === '\\') {
      out += c + (source[++i] ?? '');
    } else if (inClass) {
      inClass = c !== ']';
      out += c;
    } else if (c === '[') {
      // A bracket that comes first belongs to the class.
      const first = /^\[\^?\]?/.exec(source.slice(i, i + 3))![0];
      inClass = true;
      out += first;
      i += first.length - 1;
    } else {
      const named = source.startsWith('(?<', i) && /[A-Za-z_]/.test(source[i + 3] ?? '');
      out += named ? '(?P<' : c;
      if (named) i += 2;
    }
  }
  return out;
}

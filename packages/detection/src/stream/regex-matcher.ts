import { RE2JS } from 're2js';
import { DetectionError } from '../detection-error.ts';
import type { RegexTest } from '../ir/expression.ts';

/** UTF-16 units of a source. */
export const REGEX_SOURCE_MAX = 4000;
/** Instructions of a compiled expression; a text takes at most time of its length times these. */
export const REGEX_PROGRAM_MAX = 5000;

/**
 * Whether an expression is found anywhere in a text, in time linear in the text.
 *
 * @throws `REGEX_SIZE` for one that is too large, and RE2JS's syntax error for one that is none.
 */
export function regexMatcher({ source, flags }: RegexTest): (text: string) => boolean {
  if (source.length > REGEX_SOURCE_MAX) throw tooLarge(`${REGEX_SOURCE_MAX} characters`);
  let bits = 0;
  if (flags.includes('i')) bits |= RE2JS.CASE_INSENSITIVE;
  if (flags.includes('m')) bits |= RE2JS.MULTILINE;
  if (flags.includes('s')) bits |= RE2JS.DOTALL;
  const regex = RE2JS.compile(source, bits);
  if (regex.programSize() > REGEX_PROGRAM_MAX) throw tooLarge(`${REGEX_PROGRAM_MAX} instructions`);
  return (text) => regex.test(text);
}

function tooLarge(limit: string): DetectionError {
  return new DetectionError('REGEX_SIZE', {
    what: `a regular expression is larger than ${limit}`,
    where: 're',
    todo: 'split it into several, or repeat less often',
  });
}

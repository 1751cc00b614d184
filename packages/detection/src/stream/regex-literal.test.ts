import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../ir/values.ts';
import { regexLiteral } from './regex-literal.ts';
import { regexMatcher } from './regex-matcher.ts';

// Goal: the literal is in every text that the expression matches, so that nothing is overlooked.

test.each([
  ['powershell', '', 'powershell'],
  ['(?i)Power[Ss]hell', '', 'power'],
  ['(?i)mission', '', 'ion'],
  [String.raw`\\temp\\.*evil\.exe$`, '', String.raw`evil.exe`],
  ['abc|def', '', null],
  ['(?:abc|def)ghi', '', 'ghi'],
  ['abcd?', '', 'abc'],
  ['abc+d', '', 'abc'],
  ['xabc{0,3}', '', 'xab'],
  ['(?s:abc)', '', null],
  [String.raw`\x41bcd`, '', null],
  ['a[)|]bcd', '', 'bcd'],
  ['a{,3}bc', '', 'a{,3}bc'],
  ['(a|b)*', '', null],
])('%s with flags "%s": %s', (source, flags, literal) => {
  expect(regexLiteral(source, flags)).toBe(literal);
});

const pieces = [
  ...['abc', 'KLM', 'ssx', 'ſ', 'é', '.', '.*', '^', '$', '|', '[abc]', '[^a]', '(?:ab|cd)'],
  ...['(?P<n>x)', 'a+', 'b?', 'c{2}', 'd{0,2}', 'e*?', String.raw`\.`, String.raw`\w`, '(klm)'],
  ...['[]x]', '[[:alpha:]]', String.raw`[\]a]`, '{', '}', '(a(b)c)', '(?i:abc)'],
  ...[String.raw`\b`, String.raw`\Qa|b\E`],
];
const words = [
  ...['abc', 'klm', 'KLM', 'SSX', 'ſſx', 'a', 'b', 'cc', 'x', '.', '|', 'K', '{', 'İ', 'é', ']'],
];
const joined = (from: readonly string[], least: number, most: number) =>
  fc
    .array(fc.constantFrom(...from), { minLength: least, maxLength: most })
    .map((some) => some.join(''));

function matcherOf(source: string, flags: string): (text: string) => boolean {
  try {
    return regexMatcher({ kind: 'regex', source, flags });
  } catch {
    return () => false;
  }
}

test('no text matches without it', () => {
  const texts = fc.array(joined(words, 0, 8), { maxLength: 12 });
  let matched = 0;
  fc.assert(
    fc.property(joined(pieces, 1, 5), fc.constantFrom('', 'i', 'im'), texts, (of, flags, some) => {
      const literal = regexLiteral(of, flags);
      if (literal === null) return;
      for (const text of some.filter(matcherOf(of, flags))) {
        matched++;
        expect(fold(text)).toContain(literal);
      }
    }),
    { numRuns: 4000 },
  );
  expect(matched).toBeGreaterThan(100);
});

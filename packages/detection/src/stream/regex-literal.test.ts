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

test('no text matches without it', () => {
  const pieces = [
    ...[
      'abc',
      'KLM',
      'ssx',
      'ſ',
      'é',
      '.',
      '.*',
      '^',
      '$',
      '|',
      '[abc]',
      '[^a]',
      '(?:ab|cd)',
      '(klm)',
    ],
    ...[
      '(?P<n>x)',
      'a+',
      'b?',
      'c{2}',
      'd{0,2}',
      'e*?',
      String.raw`\.`,
      String.raw`\w`,
      String.raw`\b`,
    ],
    ...[
      '[]x]',
      '[[:alpha:]]',
      String.raw`[\]a]`,
      '{',
      '}',
      '(a(b)c)',
      '(?i:abc)',
      String.raw`\Qa|b\E`,
    ],
  ];
  const source = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
    .map((some) => some.join(''));
  const text = fc
    .array(
      fc.constantFrom(
        'abc',
        'klm',
        'KLM',
        'SSX',
        'ſſx',
        'a',
        'b',
        'cc',
        'x',
        '.',
        '|',
        'K',
        '{',
        'İ',
        'é',
        ']',
      ),
      { maxLength: 8 },
    )
    .map((some) => some.join(''));
  let matched = 0;
  fc.assert(
    fc.property(
      source,
      fc.constantFrom('', 'i', 'im'),
      fc.array(text, { maxLength: 12 }),
      (of, flags, texts) => {
        const literal = regexLiteral(of, flags);
        if (literal === null) return;
        let matches: (text: string) => boolean;
        try {
          matches = regexMatcher({ kind: 'regex', source: of, flags });
        } catch {
          return;
        }
        for (const one of texts.filter(matches)) {
          matched++;
          expect(fold(one)).toContain(literal);
        }
      },
    ),
    { numRuns: 4000 },
  );
  expect(matched).toBeGreaterThan(100);
});

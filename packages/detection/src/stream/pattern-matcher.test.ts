import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PatternPart } from '../ir/expression.ts';
import { patternMatcher } from './pattern-matcher.ts';

// Goal: a pattern fits exactly the texts its definition says, by code points, and quickly.

/** The same pattern as an expression of the language, whose `u` flag counts code points. */
function expression(parts: readonly PatternPart[]): RegExp {
  const source = parts.map((part) =>
    part === 'any' ? '.*' : part === 'one' ? '.' : part.text.replaceAll(/[.]/gu, String.raw`\$&`),
  );
  return new RegExp(`^${source.join('')}$`, 'su');
}

test('as the definition, for texts of few letters and characters beyond the base plane', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '.'), maxLength: 3 });
  const part = fc.oneof(
    fc.constantFrom<PatternPart>('any', 'one'),
    letters.map((text) => ({ text })),
  );
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '.', '\n'), maxLength: 10 });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), text, (parts, whole) => {
      expect(patternMatcher(parts)(whole)).toBe(expression(parts).test(whole));
    }),
    { numRuns: 4000 },
  );
});

test.each([
  [[], '', true],
  [[], 'a', false],
  [['any'], '', true],
  [['one'], '😀', true],
  [['one'], '', false],
  [[{ text: 'ab' }, 'any', { text: 'ba' }], 'aba', false],
  [['any', { text: 'a' }, 'any', { text: 'a' }, 'any'], 'a', false],
] as [PatternPart[], string, boolean][])('%j on %j: %s', (parts, text, fits) => {
  expect(patternMatcher(parts)(text)).toBe(fits);
});

test('no pattern makes it try again and again', () => {
  const parts: PatternPart[] = [];
  for (let i = 0; i < 50; i++) parts.push('any', { text: 'a' }, 'one', { text: 'a' });
  parts.push('any', { text: 'b' }, 'any');
  expect(patternMatcher(parts)('a'.repeat(200_000))).toBe(false);
});

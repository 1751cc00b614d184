import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64, base64Offsets, utf16, windash, windashCount } from './encode.ts';
import { literalOf, type Pattern, scanPattern } from './pattern.ts';

// Values are found in the encodings that their modifiers stand for.
const plain = (text: string): Pattern => ({ parts: [{ text }], bytes: false });
const textsOf = (patterns: readonly Pattern[] | null) => patterns?.map(literalOf);

test('Base64 of UTF-8 is the usual one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      expect(literalOf(base64(plain(text))!)).toBe(Buffer.from(text).toString('base64'));
    }),
  );
});

test('one of the three offsets is in the Base64 of anything around the value', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 3 }), fc.string(), (before, text, after) => {
      const offsets = textsOf(base64Offsets(plain(text)))!;
      expect(offsets).toHaveLength(3);
      const whole = Buffer.from(before + text + after).toString('base64');
      expect(whole).toContain(offsets[Buffer.from(before).length % 3]);
    }),
  );
});

test('the offsets of the well-known example', () => {
  expect(textsOf(base64Offsets(plain('http://')))).toEqual(['aHR0cDovL', 'h0dHA6Ly', 'odHRwOi8v']);
});

test('what has wildcards or is too short has no Base64', () => {
  expect(base64(scanPattern('a*'))).toBeNull();
  expect(base64Offsets(scanPattern('a?'))).toBeNull();
  expect(base64Offsets(plain('a'))).toEqual([]);
});

test('UTF-16 in both orders, with a mark, before Base64', () => {
  expect(literalOf(utf16(plain('cmd'), 'le', false))).toBe('c\0m\0d\0');
  expect(literalOf(utf16(plain('cmd'), 'be', false))).toBe('\0c\0m\0d');
  expect(literalOf(utf16(plain('c'), 'le', true))).toBe('\u00ff\u00fec\0');
  const text = 'Écran 😀';
  expect(literalOf(base64(utf16(plain(text), 'le', false))!)).toBe(
    Buffer.from(text, 'utf16le').toString('base64'),
  );
  expect(utf16(scanPattern('a*b'), 'le', false).parts).toEqual([
    { text: 'a\0' },
    'any',
    { text: 'b\0' },
  ]);
});

test('windash writes each flag with each of five dashes, and leaves words alone', () => {
  const dashes = ['-', '/', '\u2013', '\u2014', '\u2015'];
  expect(textsOf(windash(plain(' -f ')))).toEqual(dashes.map((dash) => ` ${dash}f `));
  expect(textsOf(windash(plain('/f')))).toEqual(dashes.map((dash) => `${dash}f`));
  expect(windash(plain('-a -b'))).toHaveLength(25);
  expect(textsOf(windash(plain('foo-bar a/b')))).toEqual(['foo-bar a/b']);
  expect(windash(scanPattern('*-f*'))[1]!.parts).toEqual(['any', { text: '/f' }, 'any']);
  expect(windashCount(plain('-a --b'))).toBe(125);
});

import { expect, test } from 'vitest';
import { patternTest, scanPattern } from './pattern.ts';

// Texts of rules become the right literal texts and wildcards.
const parts = (text: string) => patternTest(scanPattern(text), true).parts;

test.each([
  ['', []],
  ['plain', [{ text: 'plain' }]],
  ['a*b?c', [{ text: 'a' }, 'any', { text: 'b' }, 'one', { text: 'c' }]],
  ['*', ['any']],
  ['**a***', ['any', { text: 'a' }, 'any']],
  ['??', ['one', 'one']],
  ['*?*', ['any', 'one', 'any']],
  [String.raw`\*`, [{ text: '*' }]],
  [String.raw`\?`, [{ text: '?' }]],
  [String.raw`f\*o*`, [{ text: 'f*o' }, 'any']],
  [String.raw`\\*`, [{ text: '\\' }, 'any']],
  [String.raw`\\\*`, [{ text: String.raw`\*` }]],
  [String.raw`\\\\*`, [{ text: '\\\\' }, 'any']],
  [String.raw`C:\Windows\System32`, [{ text: String.raw`C:\Windows\System32` }]],
  [String.raw`C:\\Windows`, [{ text: String.raw`C:\Windows` }]],
  [String.raw`\\\server`, [{ text: String.raw`\\server` }]],
  [String.raw`\\\\server`, [{ text: String.raw`\\server` }]],
  ['ends with \\', [{ text: 'ends with \\' }]],
  ['ends with \\\\', [{ text: 'ends with \\' }]],
] as const)('%s', (text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test('texts are folded unless cased', () => {
  expect(patternTest(scanPattern('ÀB*C'), false).parts).toEqual([
    { text: 'àb' },
    'any',
    { text: 'c' },
  ]);
  expect(patternTest(scanPattern('AB'), true)).toEqual({
    kind: 'pattern',
    parts: [{ text: 'AB' }],
    cased: true,
  });
});

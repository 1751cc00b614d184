import * as fc from 'fast-check';

/**
 * Pieces of the RE2 dialect beyond what `regexSource` makes; not all that comes of them is legal. `\B` is
 * not among them: RE2 in C++ finds it between the bytes of one character when nothing stands beside it.
 */
const ATOMS = [
  ...[
    'a',
    'b',
    'k',
    's',
    'x',
    'A',
    '0',
    '\u00e9',
    '\u00df',
    '\u0130',
    '\u03c3',
    '\u{1f44d}',
    '-',
    ' ',
  ],
  ...['.', '\\.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\b', '^', '$', '\\A', '\\z'],
  ...[
    '[ab]',
    '[^a]',
    '[a-z]',
    '[\\d_]',
    '[^\\s]',
    '[[:alpha:]]',
    '[^[:space:]]',
    '[\\pL]',
    '[]a]',
    '[a-]',
  ],
  ...[
    '\\pL',
    '\\PL',
    '\\p{Greek}',
    '\\p{Lu}',
    '\\x61',
    '\\x{1F44D}',
    '\\n',
    '\\t',
    '\\Qa.b\\E',
    '\\/',
    '\\-',
  ],
  ...[
    '[[:^digit:]]',
    '\\C',
    '\\a',
    '\\f',
    '\\v',
    '\\07',
    '[\\x00-\\x1f]',
    '\\p{^L}',
    '[^\\x00-\\x7f]',
    '_',
    '%',
  ],
];
const REPEATS = ['', '', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,1}?', '{2,}'];
const OPENS = ['(', '(?:', '(?i:', '(?s:', '(?-i:', '(?P<n>', '(?<m>', '(?m:', '(?U:', '(?im-s:'];

/** Expressions of the RE2 dialect, legal for the most part. */
export const dialect: fc.Arbitrary<string> = fc.letrec<{ whole: string; run: string; one: string }>(
  (tie) => ({
    whole: fc
      .tuple(
        fc.constantFrom('', '', '', '', '(?i)', '(?s)', '(?m)', '(?is)', '(?U)'),
        tie('run'),
        fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: tie('run') }),
      )
      .map(([flags, left, right]) => flags + left + (right === '' ? '' : `|${right}`)),
    run: fc.array(tie('one'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    one: fc.oneof(
      { depthIdentifier: 'dialect', maxDepth: 2 },
      {
        weight: 6,
        arbitrary: fc
          .tuple(fc.constantFrom(...ATOMS), fc.constantFrom(...REPEATS))
          .map((two) => two.join('')),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...OPENS), tie('run'), fc.constantFrom(...REPEATS))
          .map(([open, inner, repeat]) => `${open}${inner})${repeat}`),
      },
    ),
  }),
).whole;

const LETTERS = [
  'a',
  'b',
  'k',
  'K',
  's',
  'S',
  'x',
  '0',
  '\u00e9',
  'e\u0301',
  '\u00df',
  '\u1e9e',
  '\u0130',
  '\u0131',
];
const MARKS = [
  '\u03c3',
  '\u03c2',
  '\u03a3',
  '\u212a',
  '\u017f',
  '\u{1f44d}',
  '-',
  ' ',
  '\n',
  '\r',
  '\t',
  '\u0000',
];
const REST = [
  '.',
  '_',
  '%',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\u200f',
  '\ufeff',
  '\u0663',
  '\u00b5',
  '\u03bc',
  '\\',
  '/',
];

/** Texts for them, of the same letters and of those that fold to one another. */
export const dialectText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...LETTERS, ...MARKS, ...REST), { maxLength: 5 })
  .map((parts) => parts.join(''));

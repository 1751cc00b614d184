import { ruleOf, type Vector } from './vector.ts';

/** A rule with one selection and the events it matches. */
const one = (
  says: string,
  selection: string,
  events: Vector['events'],
  matches: readonly number[],
): Vector => ({ says, rules: ruleOf('rule', selection), events, holds: { rule: matches } });

export const RULE_VECTORS: readonly Vector[] = [
  one(
    'half of a surrogate pair is one character, the replacement',
    `{ a: 'x?', b: "y\\uFFFD" }`,
    [{ a: 'x\ud83d', b: 'y\udc4d' }],
    [0],
  ),
  one(
    'an expression of an optional line feed finds nothing in a text that starts with a pair',
    `{ a|re: "^\\n?$" }`,
    [{ a: '\u{1f44d}a' }, { a: '\n' }, { a: '' }],
    [1, 2],
  ),
  one(
    'only line feeds end lines: a dot takes a carriage return and a line separator',
    `{ a|re: 'x.y' }`,
    [{ a: 'x\ry' }, { a: 'x\u2028y' }, { a: 'x\ny' }],
    [0, 1],
  ),
  one(
    'the negation of a comparison with a missing field holds',
    `{ a|neq: x, b|contains|neq: y }`,
    [{}, { a: null }, { a: [] }, { a: 'X' }, { a: ['z', 'x'] }, { b: 'ayb' }],
    [0, 1, 2],
  ),
  one(
    'a literal key with dots goes before nested keys, even when it holds nothing',
    `{ a.b|exists: true, a.b: null }`,
    [
      { 'a.b': null, a: { b: 1 } },
      { a: { b: null } },
      { a: { b: 1 } },
      { 'a.b': 1, a: { b: null } },
    ],
    [0, 1],
  ),
  one(
    'arrays stand for their elements at every step',
    `{ a.b|contains: x }`,
    [{ a: [{ b: 1 }, { b: ['y', ['ax']] }] }, { a: [[{ b: 'x' }]] }, { a: ['x', { c: 'x' }] }],
    [0, 1],
  ),
  one(
    'a last sigma is folded by where it stands, in the rule as in the event',
    `{ a: "\\u0391\\u03A3" }`,
    [{ a: '\u03b1\u03c2' }, { a: '\u0391\u03a3' }, { a: '\u03b1\u03c3' }],
    [0, 1],
  ),
  one(
    'a capital dotted i is folded to two characters',
    `{ a: "i?stanbul" }`,
    [{ a: '\u0130stanbul' }, { a: 'istanbul' }],
    [0],
  ),
  one(
    'NUL is a character like others',
    `{ a|contains: "\\0b" }`,
    [{ a: 'a\u0000b' }, { a: 'ab' }, { a: 'a\u0000' }],
    [0],
  ),
];

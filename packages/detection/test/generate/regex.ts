import * as fc from 'fast-check';
import { TEXTS } from './pool.ts';

/** An expression that RE2 and JavaScript read alike once lines are settled, made from known texts. */
export const regexSource: fc.Arbitrary<string> = fc.letrec<{ whole: string; piece: string }>(
  (tie) => ({
    whole: fc.oneof(
      {
        weight: 5,
        arbitrary: fc
          .tuple(fc.constantFrom('', '', '^'), run(), fc.constantFrom('', '', '$'))
          .map((parts) => parts.join('')),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'x.y',
          'x..y',
          '^y$',
          'x$',
          '^x.*y$',
          'x[^a]y',
          '^y|x$',
          'x[\\r\\n]+y',
        ),
      },
      { weight: 1, arbitrary: fc.tuple(run(), run()).map(([a, b]) => `${a}|${b}`) },
      { weight: 1, arbitrary: fc.tuple(run(), tie('piece'), run()).map((parts) => parts.join('')) },
    ),
    piece: fc.oneof(
      fc.constantFrom(
        '.',
        '.*',
        '.+',
        '.?',
        '[a-z]',
        '[^a-z]',
        '[0-9]+',
        '.{1,3}',
        '[\\\\/-]?',
        '\\n',
        '(a|b)',
        '(cmd)?',
        '^',
        '$',
      ),
      run().map((inner) => `(${inner})`),
      run().map((inner) => `(${inner})*`),
    ),
  }),
).whole;

export const regexFlags: fc.Arbitrary<string[]> = fc.subarray(['i', 'm', 's']);

/** A stretch of a known text with a dot, a class or a quantifier here and there. */
function run(): fc.Arbitrary<string> {
  const text = fc.constantFrom(...TEXTS.filter((known) => known !== ''));
  return fc
    .tuple(
      text,
      fc.nat(),
      fc.nat({ max: 4 }),
      fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 5 }),
    )
    .map(([known, start, length, dice]) => {
      const chars = Array.from(known);
      const from = start % chars.length;
      return chars
        .slice(from, from + length + 1)
        .map((char, i) => bend(char, dice[i % dice.length]!))
        .join('');
    });
}

function bend(char: string, dice: number): string {
  const safe = escaped(char);
  if (dice === 0) return '.';
  if (dice === 1) return `${safe}+`;
  if (dice === 2) return `${safe}?`;
  if (dice === 3 && /^[a-z0-9]$/i.test(char)) return `[${char}xyz]`;
  if (dice === 4) return `${safe}{1,2}`;
  return safe;
}

function escaped(char: string): string {
  return /^[\^$\\.*+?()[\]{}|/]$/.test(char) ? `\\${char}` : char;
}

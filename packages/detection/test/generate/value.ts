import * as fc from 'fast-check';
import { TEXTS } from './pool.ts';

/** A text of the pool written for a rule: wildcards for parts of it, or every special escaped. */
export const patternValue: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...TEXTS),
    fc.constantFrom('plain', 'plain', 'raw', 'star', 'mark', 'ends', 'upper', 'lower'),
    fc.nat({ max: 20 }),
    fc.nat({ max: 3 }),
  )
  .map(([text, how, at, length]) => {
    const chars = Array.from(text);
    const from = chars.length === 0 ? 0 : at % chars.length;
    const [before, after] = [chars.slice(0, from).join(''), chars.slice(from + length).join('')];
    switch (how) {
      // As it stands: stars and question marks are wildcards, some backslashes escape.
      case 'raw':
        return text;
      case 'star':
        return `${escapeSigma(before)}*${escapeSigma(after)}`;
      case 'mark':
        return `${escapeSigma(before)}${'?'.repeat(length)}${escapeSigma(after)}`;
      case 'ends':
        return `*${escapeSigma(before)}?*`;
      case 'upper':
        return escapeSigma(text.toUpperCase());
      case 'lower':
        return escapeSigma(text.toLowerCase());
      default:
        return escapeSigma(text);
    }
  });

/** A stretch of a text of the pool, for `contains` and its like. */
export const partValue: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...TEXTS), fc.nat({ max: 8 }), fc.nat({ max: 5 }), fc.boolean())
  .map(([text, at, length, raw]) => {
    const chars = Array.from(text);
    const start = chars.length === 0 ? 0 : at % chars.length;
    const part = chars.slice(start, start + length + 1).join('');
    return raw ? part : escapeSigma(part);
  });

/** The start of a text of the pool when `ends` is false, else its end. */
export function endValue(ends: boolean): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...TEXTS), fc.nat({ max: 5 })).map(([text, length]) => {
    const chars = Array.from(text);
    return escapeSigma((ends ? chars.slice(-length - 1) : chars.slice(0, length + 1)).join(''));
  });
}

/** Writes a text so that Sigma takes it as it is. */
export function escapeSigma(text: string): string {
  return text.replaceAll(/[\\*?]/g, (char) => `\\${char}`);
}

import { Buffer } from 'node:buffer';
import type { Piece } from './text-match.ts';

/** Bytes written as text: one character each, so that encodings can follow one another. */
export const bytesOf = (text: string, encoding: 'utf8' | 'latin1') => Buffer.from(text, encoding);

/** UTF-16 in either byte order, with or without the byte order mark. */
export function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const little = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return order === 'le' ? little : Buffer.from(little).swap16();
}

/** The three texts of Base64 that show these bytes wherever they stand in a longer text. */
export function base64Offsets(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
    const text = whole.toString('base64').replaceAll('=', '');
    // Characters that also carry bits of a neighbour say nothing about these bytes.
    const first = Math.ceil((shift * 8) / 6);
    const past = Math.floor((whole.length * 8) / 6);
    return text.slice(first, past);
  });
}

/**
 * Every pattern that has any of the five dashes wherever the pattern has one that may start a flag:
 * not right after a letter, a digit or an underscore.
 */
export function dashes(pattern: readonly Piece[]): Piece[][] {
  const all: readonly Piece[] = ['-', '/', '\u2013', '\u2014', '\u2015'];
  let made: Piece[][] = [[]];
  for (const [i, piece] of pattern.entries()) {
    const before = pattern[i - 1];
    const inWord = typeof before === 'string' && /[\p{L}\p{N}_]/u.test(before);
    const choices = all.includes(piece) && !inWord ? all : [piece];
    made = made.flatMap((start) => choices.map((choice) => [...start, choice]));
  }
  return made;
}

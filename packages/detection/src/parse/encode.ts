import { type Pattern, literalOf, mapTexts } from './pattern.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a literal pattern, or null when it has wildcards. */
function bytesOf(pattern: Pattern): number[] | null {
  const text = literalOf(pattern);
  if (text === null) return null;
  if (pattern.bytes) return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return [...new TextEncoder().encode(text)];
}

function base64Of(bytes: readonly number[]): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    out += ALPHABET[bits >> 18]! + ALPHABET[(bits >> 12) & 63]!;
    out += b === undefined ? '=' : ALPHABET[(bits >> 6) & 63]!;
    out += c === undefined ? '=' : ALPHABET[bits & 63]!;
  }
  return out;
}

/** Its Base64 text, or null when it has wildcards. */
export function base64(pattern: Pattern): Pattern | null {
  const bytes = bytesOf(pattern);
  return bytes && textPattern(base64Of(bytes));
}

/** Per offset: characters that also hold bits of what stands before and after it. */
const START = [0, 2, 3] as const;
const END = [0, 3, 2] as const;

/**
 * The parts of the Base64 texts of anything that holds the value which do not depend on what stands
 * around it, one per offset; null when it has wildcards, empty when it is too short to have them.
 */
export function base64Offsets(pattern: Pattern): Pattern[] | null {
  const bytes = bytesOf(pattern);
  if (!bytes) return null;
  const all = [0, 1, 2].map((offset) => {
    const text = base64Of([...Array<number>(offset).fill(0), ...bytes]);
    return text.slice(START[offset], text.length - END[(bytes.length + offset) % 3]!);
  });
  return all.some((text) => text === '') ? [] : all.map(textPattern);
}

const textPattern = (text: string): Pattern => ({
  parts: text === '' ? [] : [{ text }],
  bytes: false,
});

/** UTF-16 in bytes; `mark` puts the byte order mark of little endian first. */
export function utf16(pattern: Pattern, order: 'le' | 'be', mark: boolean): Pattern {
  const encoded = mapTexts(pattern, (text) => {
    let out = '';
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const [low, high] = [String.fromCharCode(unit & 255), String.fromCharCode(unit >> 8)];
      out += order === 'le' ? low + high : high + low;
    }
    return out;
  });
  const parts = mark ? [{ text: '\u00ff\u00fe' }, ...encoded.parts] : encoded.parts;
  return { parts: joinTexts(parts), bytes: true };
}

function joinTexts(parts: Pattern['parts']): Pattern['parts'] {
  const [first, second, ...rest] = parts;
  return typeof first === 'object' && typeof second === 'object'
    ? [{ text: first.text + second.text }, ...rest]
    : parts;
}

const DASHES = ['-', '/', '\u2013', '\u2014', '\u2015'];
const FLAG_DASH = /(?<![\p{L}\p{N}_])[-/\u2013\u2014\u2015]/gu;

/** How many `windash` makes of a pattern. */
export function windashCount(pattern: Pattern): number {
  let count = 1;
  for (const part of pattern.parts) {
    if (typeof part === 'object')
      count *= DASHES.length ** (part.text.match(FLAG_DASH)?.length ?? 0);
  }
  return count;
}

/**
 * Every way to write the flags of a command line: each dash or slash that may start a flag (that
 * does not follow a letter or digit) as any of the five that Windows programs take.
 */
export function windash(pattern: Pattern): Pattern[] {
  let all: Pattern['parts'][] = [[]];
  for (const part of pattern.parts) {
    const choices = typeof part === 'object' ? flags(part.text) : [part];
    all = all.flatMap((parts) => choices.map((choice) => [...parts, choice]));
  }
  return all.map((parts) => ({ ...pattern, parts }));
}

function flags(text: string): { text: string }[] {
  let all = [''];
  let from = 0;
  for (const match of text.matchAll(FLAG_DASH)) {
    const before = text.slice(from, match.index);
    all = all.flatMap((start) => DASHES.map((dash) => start + before + dash));
    from = match.index + 1;
  }
  return all.map((start) => ({ text: start + text.slice(from) }));
}

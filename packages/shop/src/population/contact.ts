import { draw32, type StreamKey } from '@dwell/core';
import type { Language } from './names.ts';

/** Mail domains that can belong to nobody (RFC 2606), commonest first. */
const MAIL_DOMAINS = [
  '@example.com',
  '@example.com',
  '@example.com',
  '@example.net',
  '@example.net',
  '@example.org',
  '@post.example',
  '@letters.example',
] as const;

const digits = (count: number, width: number) =>
  Array.from({ length: count }, (_, i) => String(i).padStart(width, '0'));
const THREE = digits(1000, 3);
const FOUR = digits(10_000, 4);
const ENGLISH_LINE = digits(100, 2).map((two) => `-555-01${two}`);

/**
 * A phone number that can ring nowhere. Korean: `010-0xxx-xxxx`, a clearly unassigned form, since
 * mobile subscriber blocks never begin with 0. English: `555-01xx`, kept free for fiction.
 */
export function phoneNumber(key: StreamKey, n: number, k: number, language: Language): string {
  const draw = draw32(key, n, k);
  if (language === 'en') return `+1-${200 + (draw % 800)}${ENGLISH_LINE[(draw >>> 16) % 100]!}`;
  return `010-0${THREE[draw % 1000]!}-${FOUR[(draw >>> 10) % 10_000]!}`;
}

/** Mail address of a member: the member's number makes it unique. */
export function mailAddress(handle: string, number: number): string {
  return `${handle}${number}${MAIL_DOMAINS[(number * 5) & 7]!}`;
}

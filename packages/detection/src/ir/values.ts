import type { TimePart } from './expression.ts';

/** A value that tests look at. */
export type Scalar = string | number | boolean | null;

/** Texts that count as numbers: decimal, with an optional sign, fraction and exponent, no spaces. */
export const NUMBER_TEXT = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/**
 * The text that patterns and regular expressions see; null has none. Halves of surrogate pairs, as texts
 * cut short have them at their end, are U+FFFD: no other text could be stored in UTF-8.
 */
export function textOf(value: Scalar): string | null {
  if (typeof value === 'string') return (value as WellFormable).toWellFormed();
  return value === null ? null : String(value);
}

/** In every engine of the last years, though not yet in the library of types that is asked for. */
type WellFormable = string & { toWellFormed(): string };

/** Case folding, the only one there is: both back ends compare what this makes. */
export function fold(text: string): string {
  return text.toLowerCase();
}

/** The number of a value, or null when it is none. Infinities are none. */
export function numberOf(value: Scalar): number | null {
  if (typeof value === 'string') {
    if (!NUMBER_TEXT.test(value)) return null;
    const number = Number(value);
    return Number.isFinite(number) ? number : null;
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Numbers below this are epoch seconds, the others milliseconds. */
const SECONDS_BELOW = 1e11;
/** Years 0001–9999, as both back ends can hold. */
const MS_MAX = 253_402_300_799_999;
const MS_MIN = -62_135_596_800_000;
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** Epoch milliseconds of a value that is a moment, or null. A text without an offset is UTC. */
export function momentOf(value: Scalar): number | null {
  const number = numberOf(value);
  if (number !== null) {
    const ms = Math.floor(Math.abs(number) < SECONDS_BELOW ? number * 1000 : number);
    return ms >= MS_MIN && ms <= MS_MAX ? ms : null;
  }
  if (typeof value !== 'string') return null;
  const m = ISO.exec(value);
  if (!m) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = m;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  date.setUTCHours(
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0').slice(0, 3)),
  );
  const ms = date.getTime() - offsetMinutes(offset) * 60_000;
  return ms >= MS_MIN && ms <= MS_MAX ? ms : null;
}

function offsetMinutes(text: string | undefined): number {
  if (text === undefined || text === 'Z' || text === 'z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -minutes : minutes;
}

const DAY_MS = 86_400_000;

/** A part, in UTC, of a moment in epoch milliseconds. */
export function timePart(ms: number, part: TimePart): number {
  const date = new Date(ms);
  switch (part) {
    case 'minute':
      return date.getUTCMinutes();
    case 'hour':
      return date.getUTCHours();
    case 'day':
      return date.getUTCDate();
    case 'month':
      return date.getUTCMonth() + 1;
    case 'year':
      return date.getUTCFullYear();
    case 'week': {
      // The week of the year is that of its Thursday.
      const thursday = new Date(ms - ((date.getUTCDay() + 6) % 7) * DAY_MS + 3 * DAY_MS);
      // Not Date.UTC, which takes the years 0–99 for 1900–1999.
      const first = new Date(0).setUTCFullYear(thursday.getUTCFullYear(), 0, 1);
      return 1 + Math.floor((thursday.getTime() - first) / (7 * DAY_MS));
    }
  }
}

import { numberIn, type Scalar } from './event.ts';

/**
 * Epoch milliseconds of an ISO 8601 text (UTC unless it says otherwise) or of a number: seconds when
 * it is below 1e11, else milliseconds. Null for what is no moment of the years 1 to 9999.
 */
export function momentIn(value: Scalar): number | null {
  const number = numberIn(value);
  const ms = number === null ? isoMoment(value) : Math.floor(inMilliseconds(number));
  if (ms === null || Number.isNaN(ms)) return null;
  const year = new Date(ms).getUTCFullYear();
  return year >= 1 && year <= 9999 ? ms : null;
}

function inMilliseconds(number: number): number {
  return Math.abs(number) < 1e11 ? number * 1000 : number;
}

const SHAPE =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(?:(Z)|([+-]\d\d):?(\d\d))?$/i;

function isoMoment(value: Scalar): number | null {
  const match = typeof value === 'string' ? SHAPE.exec(value) : null;
  if (match === null) return null;
  const [, date, minutes = '00:00', seconds = '00', fraction = '', , hours, rest] = match;
  const text = `${date}T${minutes}:${seconds}.${`${fraction}000`.slice(0, 3)}Z`;
  const local = Date.parse(text);
  // A day that the month does not have, or hour 24, would roll over: say no instead.
  if (Number.isNaN(local) || new Date(local).toISOString() !== text) return null;
  const sign = hours?.startsWith('-') ? -1 : 1;
  const offset = hours === undefined ? 0 : Math.abs(Number(hours)) * 60 + Number(rest);
  return local - sign * offset * 60_000;
}

/** A part of a moment in UTC, by its Sigma name. */
export function partOf(ms: number, part: string): number {
  const text = new Date(ms).toISOString();
  const at = (start: number, end: number) => Number(text.slice(start, end));
  if (part === 'year') return at(0, 4);
  if (part === 'month') return at(5, 7);
  if (part === 'day') return at(8, 10);
  if (part === 'hour') return at(11, 13);
  if (part === 'minute') return at(14, 16);
  if (part === 'week') return isoWeek(text.slice(0, 10));
  throw new Error(`no such part: ${part}`);
}

/** Counts Thursdays from the first of the year that the week's own Thursday lies in. */
function isoWeek(date: string): number {
  const day = 86_400_000;
  let thursday = Date.parse(date);
  const weekday = (ms: number) => new Date(ms).getUTCDay() || 7;
  thursday += (4 - weekday(thursday)) * day;
  let week = 1;
  const year = new Date(thursday).getUTCFullYear();
  for (let ms = thursday - 7 * day; new Date(ms).getUTCFullYear() === year; ms -= 7 * day) week++;
  return week;
}

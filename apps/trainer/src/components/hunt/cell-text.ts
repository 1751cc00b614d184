import type { Calendar, SimTime } from '@dwell/core/time';
import type { Cell } from '@dwell/simulator/router';
import { formatMoment } from '@/i18n/format-time.ts';
import type { Language } from '@/i18n/language.ts';

/** Simulated time of a time cell (UTC epoch ms, or ISO text with or without a zone, then UTC); null when it is none. */
export function cellTime(calendar: Calendar, value: Cell): SimTime | null {
  if (typeof value === 'number') return value - calendar.startMs;
  if (typeof value !== 'string') return null;
  const text = /(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`;
  const utc = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(utc) ? null : utc - calendar.startMs;
}

/** Is it a column of moments? Search says `time`, free SQL the database's own name. */
export const isTimeType = (type: string) => /^time/i.test(type);

/** A cell as the table shows it; times in simulated local time, nothing recorded as nothing. */
export function cellText(
  language: Language,
  calendar: Calendar,
  type: string,
  value: Cell,
): string {
  if (value === null) return '';
  if (isTimeType(type)) {
    const at = cellTime(calendar, value);
    return at === null ? String(value) : formatMoment(language, calendar, at, true);
  }
  return String(value);
}

/** What a cell says on hover: a moment in UTC, anything else in full. */
export function cellTitle(calendar: Calendar, type: string, value: Cell): string {
  if (value === null) return '';
  const at = isTimeType(type) ? cellTime(calendar, value) : null;
  if (at === null) return String(value);
  return `${new Date(calendar.startMs + at).toISOString().replace('T', ' ').replace('Z', '')} UTC`;
}

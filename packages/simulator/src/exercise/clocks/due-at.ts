import { DAY_MS, HOUR_MS, MINUTE_MS, type Calendar, type SimTime } from '@dwell/core';
import type { ClockLimit, Jurisdiction } from './types.ts';

/**
 * When a limit that began at a simulated time ends. Hours run by the clock. Days are those of the
 * jurisdiction's place: the day of the start does not count and the last one counts to its end;
 * business days leave out Saturdays, Sundays and its holidays. A month ends with the day of the same
 * number, or with the month's last.
 */
export function dueAt(
  startsAt: SimTime,
  limit: ClockLimit,
  { offsetMinutes, holidays }: Pick<Jurisdiction, 'offsetMinutes' | 'holidays'>,
  calendar: Calendar,
): SimTime {
  if ('hours' in limit) return startsAt + limit.hours * HOUR_MS;
  const shift = calendar.startMs + offsetMinutes * MINUTE_MS;
  const first = Math.floor((startsAt + shift) / DAY_MS);
  const last =
    'calendarDays' in limit
      ? first + limit.calendarDays
      : 'businessDays' in limit
        ? afterBusinessDays(first, limit.businessDays, holidays)
        : afterMonths(first, limit.months);
  return (last + 1) * DAY_MS - shift;
}

/** Days are counted from 1970-01-01, a Thursday. */
function afterBusinessDays(first: number, count: number, holidays: readonly string[]): number {
  const closed = new Set(holidays.map((date) => Date.parse(`${date}T00:00Z`) / DAY_MS));
  let day = first;
  for (let left = count; left > 0;) {
    day += 1;
    const weekday = (((day + 4) % 7) + 7) % 7;
    if (weekday !== 0 && weekday !== 6 && !closed.has(day)) left -= 1;
  }
  return day;
}

function afterMonths(first: number, months: number): number {
  const start = new Date(first * DAY_MS);
  const month = start.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const date = Math.min(start.getUTCDate(), lastOfMonth);
  return Date.UTC(start.getUTCFullYear(), month, date) / DAY_MS;
}

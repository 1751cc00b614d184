import { type Calendar, MINUTE_MS, type SimTime, toIso } from '@dwell/core/time';

/** A simulated time as a `datetime-local` field writes it, in the run's local time. */
export function toInputTime(calendar: Calendar, at: SimTime): string {
  return toIso(calendar, at).slice(0, 16);
}

/** Simulated time of such a field's text; null when it is empty or no time. */
export function fromInputTime(calendar: Calendar, value: string): SimTime | null {
  const utc = Date.parse(`${value}Z`);
  if (Number.isNaN(utc)) return null;
  return utc - calendar.offsetMinutes * MINUTE_MS - calendar.startMs;
}

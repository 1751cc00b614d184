import { badInput } from './errors.ts';

/** Integer milliseconds since the scenario's start. */
export type SimTime = number;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
/** The grain at which the world moves and commands take effect. */
export const TICK_MS = MINUTE_MS;
export const TICKS_PER_HOUR = 60;
export const TICKS_PER_DAY = 1440;

/** Ties simulated time to a civil calendar without daylight saving. */
export type Calendar = {
  /** UTC epoch milliseconds of simulated time 0. */
  startMs: number;
  /** Local offset from UTC, minutes (540 = +09:00). */
  offsetMinutes: number;
};

const two = (n: number) => String(n).padStart(2, '0');

/** `+09:00` for 540. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Local ISO time with offset: `2025-04-14T00:00:00+09:00`. */
export function toIso(calendar: Calendar, at: SimTime): string {
  const local = new Date(calendar.startMs + at + calendar.offsetMinutes * MINUTE_MS);
  return local.toISOString().slice(0, 19) + formatOffset(calendar.offsetMinutes);
}

/** Local day of a simulated time, 0-based from the day of the start. */
export function dayOf(calendar: Calendar, at: SimTime): number {
  const local = calendar.startMs + calendar.offsetMinutes * MINUTE_MS;
  return Math.floor((local + at) / DAY_MS) - Math.floor(local / DAY_MS);
}

/** Local calendar date of a 0-based day: `2025-04-14`. */
export function dateOfDay(calendar: Calendar, day: number): string {
  const local = new Date(calendar.startMs + calendar.offsetMinutes * MINUTE_MS + day * DAY_MS);
  return local.toISOString().slice(0, 10);
}

const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * UTC epoch milliseconds of an ISO date or time. One without an offset is local.
 * Errors: `TIME` when the text is no date.
 */
export function parseEpoch(text: string, offsetMinutes: number, where: string): number {
  const m = DATE.exec(text.trim());
  const utc = m
    ? Date.UTC(
        +m[1]!,
        +m[2]! - 1,
        +m[3]!,
        +(m[4] ?? 0),
        +(m[5] ?? 0),
        +(m[6] ?? 0),
        +(m[7] ?? '0').padEnd(3, '0'),
      )
    : Number.NaN;
  const read = m && `${m[1]}-${m[2]}-${m[3]}T${m[4] ?? '00'}:${m[5] ?? '00'}:${m[6] ?? '00'}`;
  // What rolls over (31 April, 12:60) does not come out as it was written.
  const exists = m && new Date(utc).toISOString().slice(0, 19) === read;
  if (!m || !exists) {
    throw badInput(
      'TIME',
      `"${text}" is not a date or time`,
      where,
      'write 2025-04-14 or 2025-04-14T09:30+09:00',
    );
  }
  const zone = m[8];
  if (zone === undefined) return utc - offsetMinutes * MINUTE_MS;
  if (zone === 'Z') return utc;
  const sign = zone.startsWith('-') ? -1 : 1;
  return utc - sign * (+zone.slice(1, 3) * 60 + +zone.slice(4)) * MINUTE_MS;
}

/** Simulated time of an ISO date or time, see `parseEpoch`. */
export function parseTime(text: string, calendar: Calendar, where: string): SimTime {
  return parseEpoch(text, calendar.offsetMinutes, where) - calendar.startMs;
}

const UNIT_MS: Record<string, number> = { s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

/** Milliseconds of `45m`, `36h`, `2d`, `1h30m`. Errors: `DURATION`. */
export function parseDuration(text: string, where: string): number {
  const parts = [...text.trim().matchAll(/(\d+)([smhd])/g)];
  if (parts.length === 0 || parts.map((p) => p[0]).join('') !== text.trim()) {
    throw badInput('DURATION', `"${text}" is not a duration`, where, 'write 45m, 36h, 2d or 1h30m');
  }
  return parts.reduce((sum, p) => sum + Number(p[1]) * UNIT_MS[p[2]!]!, 0);
}

/** `2d 3h`, `36h` becomes `1d 12h`; two largest units. */
export function formatDuration(ms: number): string {
  const size = Math.abs(Math.round(ms / SECOND_MS));
  const units = [
    [Math.floor(size / 86_400), 'd'],
    [Math.floor(size / 3600) % 24, 'h'],
    [Math.floor(size / 60) % 60, 'm'],
    [size % 60, 's'],
  ] as const;
  const first = units.findIndex(([n]) => n > 0);
  if (first < 0) return '0s';
  const shown = units.slice(first, first + 2).filter(([n]) => n > 0);
  return (ms < 0 ? '-' : '') + shown.map(([n, u]) => `${n}${u}`).join(' ');
}

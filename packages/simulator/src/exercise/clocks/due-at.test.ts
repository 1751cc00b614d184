// Goal: limits end when their words say: to the minute in hours, at a day's end in days, over weekends and holidays.
import { DAY_MS, HOUR_MS, parseTime, toIso } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAt } from './due-at.ts';
import { loadJurisdiction } from './load-jurisdiction.ts';
import type { ClockLimit } from './types.ts';

const calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };
const ends = (from: string, limit: ClockLimit, place = 'kr') =>
  toIso(
    calendar,
    dueAt(parseTime(from, calendar, 'test'), limit, loadJurisdiction(place), calendar),
  );

test('hours run by the clock, over midnight and weekends', () => {
  expect(ends('2025-11-17T16:00', { hours: 24 })).toBe('2025-11-18T16:00:00+09:00');
  expect(ends('2025-11-14T16:01', { hours: 72 })).toBe('2025-11-17T16:01:00+09:00');
});

test('days end with the day of the place, the first not counted', () => {
  expect(ends('2025-11-17T16:00', { calendarDays: 5 })).toBe('2025-11-23T00:00:00+09:00');
  expect(ends('2025-11-17T00:00', { calendarDays: 1 })).toBe('2025-11-19T00:00:00+09:00');
  // In New York it is still the 16th.
  expect(ends('2025-11-17T10:00', { calendarDays: 1 }, 'us-sec')).toBe('2025-11-18T14:00:00+09:00');
});

test('business days leave out weekends and holidays', () => {
  // Friday 14 November: Mon 17, Tue 18, Wed 19, Thu 20, to its end in New York.
  expect(ends('2025-11-14T23:00', { businessDays: 4 }, 'us-sec')).toBe('2025-11-21T14:00:00+09:00');
  // Tuesday 25 November: Wed 26, (Thanksgiving), Fri 28, Mon 1, Tue 2.
  expect(ends('2025-11-26T10:00', { businessDays: 4 }, 'us-sec')).toBe('2025-12-03T14:00:00+09:00');
});

test('a month ends with the day of the same number, or the last', () => {
  expect(ends('2025-11-19T10:00', { months: 1 })).toBe('2025-12-20T00:00:00+09:00');
  expect(ends('2026-01-31T10:00', { months: 1 })).toBe('2026-03-01T00:00:00+09:00');
});

test('a later start never ends earlier, and a longer limit never sooner', () => {
  const times = fc.integer({ min: 0, max: 700 * 24 * 60 }).map((minute) => minute * 60_000);
  const limits = fc.oneof(
    fc.integer({ min: 1, max: 200 }).map((hours) => ({ hours })),
    fc.integer({ min: 1, max: 90 }).map((calendarDays) => ({ calendarDays })),
    fc.integer({ min: 1, max: 30 }).map((businessDays) => ({ businessDays })),
    fc.integer({ min: 1, max: 6 }).map((months) => ({ months })),
  );
  const places = fc.constantFrom('kr', 'us-sec', 'eu-gdpr', 'india').map(loadJurisdiction);
  fc.assert(
    fc.property(times, times, limits, places, (x, y, limit, place) => {
      const [first, second] = [Math.min(x, y), Math.max(x, y)];
      const end = dueAt(first, limit, place, calendar);
      expect(end).toBeLessThanOrEqual(dueAt(second, limit, place, calendar));
      expect(end).toBeGreaterThan(first);
      if ('businessDays' in limit) {
        const plain = dueAt(first, { calendarDays: limit.businessDays }, place, calendar);
        expect(end).toBeGreaterThanOrEqual(plain);
        expect(end - first).toBeLessThan((limit.businessDays * 2 + 8) * DAY_MS);
      }
      if ('hours' in limit) expect(end - first).toBe(limit.hours * HOUR_MS);
    }),
    { seed: 42 },
  );
});

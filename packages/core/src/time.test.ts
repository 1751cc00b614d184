// Goal: simulated time and civil time convert both ways without loss, and bad text is refused with a hint.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DwellError } from './errors.ts';
import {
  DAY_MS,
  dateOfDay,
  dayOf,
  formatDuration,
  formatOffset,
  HOUR_MS,
  MINUTE_MS,
  parseDuration,
  parseEpoch,
  parseTime,
  SECOND_MS,
  toIso,
} from './time.ts';

const seoul = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof DwellError ? error.code : error;
  }
  return 'nothing thrown';
};

test('the start of the shipped scenarios is local midnight', () => {
  expect(toIso(seoul, 0)).toBe('2024-12-01T00:00:00+09:00');
  expect(toIso(seoul, 134 * DAY_MS)).toBe('2025-04-14T00:00:00+09:00');
});

test('what is printed is read back, in any offset, to the second', () => {
  const offsets = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarter) => quarter * 15);
  const seconds = fc.integer({ min: -400 * 86_400, max: 400 * 86_400 });
  fc.assert(
    fc.property(offsets, seconds, (offsetMinutes, second) => {
      const calendar = { startMs: seoul.startMs, offsetMinutes };
      const at = second * SECOND_MS;
      expect(parseTime(toIso(calendar, at), calendar, 'test')).toBe(at);
    }),
    { seed: 42 },
  );
});

test('days begin at local midnight and follow the calendar over a leap day', () => {
  expect(dayOf(seoul, 0)).toBe(0);
  expect(dayOf(seoul, DAY_MS - 1)).toBe(0);
  expect(dayOf(seoul, DAY_MS)).toBe(1);
  expect(dayOf(seoul, -1)).toBe(-1);
  const leap = { startMs: Date.UTC(2024, 1, 28, 20), offsetMinutes: 540 };
  expect([0, 1].map((day) => dateOfDay(leap, day))).toEqual(['2024-02-29', '2024-03-01']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 354 * DAY_MS }), (at) => {
      expect(toIso(seoul, at).slice(0, 10)).toBe(dateOfDay(seoul, dayOf(seoul, at)));
    }),
    { seed: 42 },
  );
});

test('a time without an offset is local, with one it is what it says', () => {
  const at = (text: string) => parseEpoch(text, 540, 'test');
  expect(at('2025-04-14')).toBe(Date.UTC(2025, 3, 13, 15));
  expect(at('2025-04-14T09:30')).toBe(at('2025-04-14T00:30Z'));
  expect(at('2025-04-14 09:30:15.25')).toBe(at('2025-04-14T09:30:15.250+09:00'));
  expect(at('2025-04-14T00:00-03:30')).toBe(Date.UTC(2025, 3, 14, 3, 30));
});

test('days that do not exist and other text are refused, never rolled over', () => {
  for (const text of ['2025-02-29', '2025-13-01', '2025-04-31T10:00', '14.04.2025', 'now', '']) {
    expect(
      codeOf(() => parseEpoch(text, 540, '--from')),
      text,
    ).toBe('TIME');
  }
});

test('hours, minutes and seconds out of range are refused, never rolled over', () => {
  for (const text of ['2025-04-14T24:30', '2025-04-14T12:60', '2025-04-14T12:00:61']) {
    expect(
      codeOf(() => parseEpoch(text, 540, '--from')),
      text,
    ).toBe('TIME');
  }
});

test('offsets are written with a sign and two digits', () => {
  expect([540, 0, -210, 345].map(formatOffset)).toEqual(['+09:00', '+00:00', '-03:30', '+05:45']);
});

test('durations add their parts up', () => {
  expect(parseDuration('45m', 'after')).toBe(45 * MINUTE_MS);
  expect(parseDuration('1h30m', 'after')).toBe(90 * MINUTE_MS);
  expect(parseDuration(' 2d ', 'after')).toBe(2 * DAY_MS);
  for (const text of ['', '5', 'h', '1.5h', '-1h', '1h 30m', '3w']) {
    expect(
      codeOf(() => parseDuration(text, 'after')),
      text,
    ).toBe('DURATION');
  }
});

test('durations are shown by their two largest units, and whole ones read back', () => {
  expect([0, 36 * HOUR_MS, 90 * SECOND_MS, -45 * MINUTE_MS].map(formatDuration)).toEqual([
    '0s',
    '1d 12h',
    '1m 30s',
    '-45m',
  ]);
  expect(formatDuration(2 * DAY_MS + 3 * HOUR_MS + 59 * MINUTE_MS)).toBe('2d 3h');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 * 24 }), (hours) => {
      const text = formatDuration(hours * HOUR_MS).replaceAll(' ', '');
      expect(parseDuration(text, 'test')).toBe(hours * HOUR_MS);
    }),
    { seed: 42 },
  );
});

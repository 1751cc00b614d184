import { expect, test } from 'vitest';
import {
  formatCountdown,
  formatDate,
  formatFull,
  formatSimTime,
  formatSpan,
} from './format-time.ts';

const calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };
const at = Date.UTC(2025, 3, 13, 18, 12) - calendar.startMs;

test('a simulated time leads with the local date and names the day of the run', () => {
  expect(formatSimTime('en', calendar, at)).toBe('14 Apr 03:12, day 134');
  expect(formatSimTime('ko', calendar, at)).toBe('4월 14일 03:12, 134일째');
});

test('midnight belongs to the day that begins', () => {
  expect(formatDate('en', calendar, 0)).toBe('1 Dec');
  expect(formatSimTime('en', calendar, 0)).toBe('1 Dec 00:00, day 0');
  expect(formatDate('en', calendar, -1)).toBe('30 Nov');
});

test('the hover shows weekday, year and offset', () => {
  expect(formatFull('en', calendar, at)).toBe('Mon 2025-04-14 03:12:00+09:00');
  expect(formatFull('ko', calendar, at)).toBe('월 2025-04-14 03:12:00+09:00');
});

test('spans keep the two largest units and drop empty ones', () => {
  expect(formatSpan('en', 3 * 3_600_000)).toBe('3 h');
  expect(formatSpan('en', 51 * 3_600_000 + 59_000)).toBe('2 d 3 h');
  expect(formatSpan('ko', 90 * 60_000)).toBe('1시간 30분');
  expect(formatSpan('en', 0)).toBe('0 s');
});

test('a countdown that has run out counts on with a minus', () => {
  expect(formatCountdown('en', 21 * 3_600_000 + 40 * 60_000)).toBe('21:40');
  expect(formatCountdown('en', -5 * 60_000)).toBe('−0:05');
  expect(formatCountdown('ko', 11 * 86_400_000)).toBe('11일');
});

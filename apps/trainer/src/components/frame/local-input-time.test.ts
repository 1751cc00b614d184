import { expect, test } from 'vitest';
import { fromInputTime, toInputTime } from './local-input-time.ts';

const calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };

test('a moment survives the way through the browser’s time field', () => {
  const at = 134 * 86_400_000 + 192 * 60_000;
  expect(toInputTime(calendar, at)).toBe('2025-04-14T03:12');
  expect(fromInputTime(calendar, '2025-04-14T03:12')).toBe(at);
});

test('an empty or broken field is no moment', () => {
  expect(fromInputTime(calendar, '')).toBeNull();
  expect(fromInputTime(calendar, '2025-13-01')).toBeNull();
});

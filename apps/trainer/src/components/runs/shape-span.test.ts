import { expect, test } from 'vitest';
import { formatDate } from '@/i18n/format-time.ts';
import { shapeSpan } from './shape-span.ts';

// Goal: the label on a scenario's drawing names the day on which the drawing is highest.
test('the peak lies in the middle of its stretch, in the scenario’s own zone', () => {
  const span = shapeSpan({
    from: '2024-12-01T00:00:00+09:00',
    to: '2024-12-11T00:00:00+09:00',
    shape: [0, 0, 5, 100, 7, 0, 0, 0, 0, 0],
  });
  expect(span.peakShare).toBeCloseTo(0.35);
  expect(span.calendar.offsetMinutes).toBe(540);
  expect(formatDate('en', span.calendar, span.peakAt)).toBe('4 Dec');
});

// Goal: a lane of thousands stays readable, loses none of them from its counts, and never hides what was asked for.
import type { Moment, MomentKind } from '@dwell/scoring';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thinMoments } from './thin-moments.ts';

const moment = (id: string, at: number, kind: MomentKind = 'read'): Moment => ({
  ...{ id, at, kind, lane: 'done', by: null, role: null, subject: '' },
  text: { en: '', ko: '' },
});
const options = {
  x: (at: number) => at,
  left: 0,
  right: 1000,
  gap: 20,
  lit: new Set<string>(),
  falseAlerts: new Set<string>(),
};

test('a place shows its weightiest moment and counts the rest', () => {
  const marks = thinMoments(
    [moment('a', 1), moment('b', 5, 'decision'), moment('c', 9, 'chat'), moment('d', 30)],
    options,
  );
  expect(marks.map(({ main, count }) => [main.id, count])).toEqual([
    ['b', 3],
    ['d', 1],
  ]);
  expect(marks[0]).toMatchObject({ from: 1, to: 9, lit: false });
});

test('what is asked for is drawn, however heavy its neighbours are', () => {
  const marks = thinMoments([moment('a', 1, 'chat'), moment('b', 2, 'declare')], {
    ...options,
    lit: new Set(['a']),
  });
  expect(marks[0]).toMatchObject({ lit: true, main: { id: 'a' } });
});

test('an alert that told the truth is drawn before one that did not', () => {
  const marks = thinMoments([moment('f', 1, 'alert'), moment('t', 2, 'alert')], {
    ...options,
    falseAlerts: new Set(['f']),
  });
  expect(marks.map(({ main, count }) => [main.id, count])).toEqual([['t', 2]]);
});

test('thousands become as many marks as fit, none lost, none on another', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 1050 }), { maxLength: 3000 }), (times) => {
      const moments = times
        .toSorted((a, b) => a - b)
        .map((at, n) => moment(`m${n}`, at, n % 7 === 0 ? 'alert' : 'read'));
      const marks = thinMoments(moments, options);
      expect(marks.length).toBeLessThanOrEqual(51);
      expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(
        times.filter((at) => at >= 0 && at <= 1000).length,
      );
      for (const [n, mark] of marks.entries())
        if (n > 0) expect(mark.x - marks[n - 1]!.x).toBeGreaterThanOrEqual(13.9);
    }),
    { numRuns: 40 },
  );
});

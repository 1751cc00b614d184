import { DAY_MS, HOUR_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { foldBacktest } from './fold-backtest.ts';

// Goal: every local day of the window has its place, and the sums are those of the days.

const START = Date.UTC(2024, 10, 30, 15);
const calendar = { startMs: START, offsetMs: 9 * HOUR_MS };

test('days are local days in order, days without a moment too, times are simulated', () => {
  const window = { fromMs: START + 2 * DAY_MS, toMs: START + 5 * DAY_MS };
  const dayNumber = Math.floor((window.fromMs + calendar.offsetMs) / DAY_MS);
  const rows = [
    ['day', dayNumber + 2, null, 3, 40, null],
    ['day', dayNumber, null, 1, 2, null],
    ['group', null, null, 3, 40, '10.0.0.1'],
    ['sample', window.toMs - 5, 77, 0, 0, null],
    ['first', window.fromMs + 1, null, 0, 0, null],
  ];
  const folded = foldBacktest(rows, ['src_ip'], window, calendar);
  expect(folded.days).toEqual([
    { day: '2024-12-03', at: 2 * DAY_MS, alerts: 1, events: 2 },
    { day: '2024-12-04', at: 3 * DAY_MS, alerts: 0, events: 0 },
    { day: '2024-12-05', at: 4 * DAY_MS, alerts: 3, events: 40 },
  ]);
  expect(folded).toMatchObject({
    alerts: 4,
    events: 42,
    firstAt: 2 * DAY_MS + 1,
    groups: [{ group: { src_ip: '10.0.0.1' }, alerts: 3, events: 40 }],
    samples: [{ ms: window.toMs - 5, uid: 77 }],
  });
  expect(folded.minutesPerDay).toBeCloseTo(40 / 3);
});

test('nothing found is nothing, not a group of its own', () => {
  const window = { fromMs: START, toMs: START + HOUR_MS };
  const rows = [
    ['group', null, null, null, 0],
    ['first', null, null, 0, 0],
  ];
  expect(foldBacktest(rows, [], window, calendar)).toMatchObject({
    days: [{ day: '2024-12-01', alerts: 0 }],
    alerts: 0,
    firstAt: null,
    groups: [],
    samples: [],
    minutesPerDay: 0,
  });
});

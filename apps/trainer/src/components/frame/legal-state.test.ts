import { expect, test } from 'vitest';
import { HOUR_MS } from '@dwell/core/time';
import { legalState, strictestFirst } from './legal-state.ts';

// Goal: a deadline says truly how it stands, and the strictest stands first.

const clock = (limitHours: number, metAt: number | null = null) => ({
  rule: `rule-${limitHours}`,
  title: { en: '', ko: '' },
  startsAt: 0,
  dueAt: limitHours * HOUR_MS,
  metAt,
});

test('a deadline runs, comes near, passes', () => {
  const at = (hours: number) => legalState(clock(24), hours * HOUR_MS)?.state;
  expect([at(1), at(17.9), at(18), at(23.9), at(24), at(30)]).toEqual([
    'open',
    'open',
    'soon',
    'soon',
    'missed',
    'missed',
  ]);
  expect(legalState(clock(24), 20 * HOUR_MS)?.leftMs).toBe(4 * HOUR_MS);
});

test('a filing is in time or late by its own moment, not by now', () => {
  expect(legalState(clock(24, 24 * HOUR_MS), 99 * HOUR_MS)?.state).toBe('met');
  expect(legalState(clock(24, 25 * HOUR_MS), 99 * HOUR_MS)).toMatchObject({
    state: 'late',
    leftMs: -HOUR_MS,
  });
});

test('no awareness, no deadline', () => {
  expect(legalState({ ...clock(24), startsAt: null, dueAt: null }, 5)).toBeNull();
});

test('what still runs stands before what is met, the soonest first', () => {
  const order = strictestFirst([clock(72), clock(24, 5), clock(48)]).map((each) => each.rule);
  expect(order).toEqual(['rule-48', 'rule-72', 'rule-24']);
});

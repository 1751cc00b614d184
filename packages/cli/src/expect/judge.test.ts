// Goal: each check of an expectation turns red at its own limit, and for its own reason only.
import { DAY_MS, TICK_MS } from '@dwell/core';
import type { Expectation } from '@dwell/simulator';
import { expect, test } from 'vitest';
import { factsOf, FIRST_AT, SILENT } from '../../test/fake-evaluation.ts';
import type { RuleFacts } from './facts.ts';
import { judge } from './judge.ts';

const calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };
const place = { file: 'e.yml', line: 10, column: 5 };

function judged(asked: Partial<Expectation>, changes: Partial<RuleFacts> = {}, lost = 33_670_000) {
  const one: Expectation = { rule: 'a', before: null, place, rulePlace: place, ...asked };
  const facts = { run: { days: 354, lost }, rule: factsOf(changes) };
  return judge(one, facts, calendar);
}
const verdicts = (...args: Parameters<typeof judged>) => judged(...args).map(({ ok }) => ok);

test('counts: exactly, at least, at most, each at its limit', () => {
  const limits = { exactly: 2, at_least: 2, at_most: 2 };
  expect(verdicts(limits, { alerts: 1 })).toEqual([false, false, true]);
  expect(verdicts(limits, { alerts: 2 })).toEqual([true, true, true]);
  expect(verdicts(limits, { alerts: 3 })).toEqual([false, true, false]);
});

test('the first true alert must come before the moment, not at it; a false alarm does not count', () => {
  const before = FIRST_AT + DAY_MS;
  expect(verdicts({ before }, { firstTrueAt: before - TICK_MS })).toEqual([true]);
  expect(verdicts({ before }, { firstTrueAt: before })).toEqual([false]);
  expect(verdicts({ before }, { firstTrueAt: null, trueAlerts: 0 })).toEqual([false]);
  expect(judged({ before }, SILENT)[0]).toEqual({
    check: 'first_alert_before',
    expected: 'before 2025-04-15T00:00:00+09:00',
    got: 'no alert',
    ok: false,
  });
});

test('records lost: up to the limit; without a true alert all that were lost', () => {
  expect(verdicts({ max_records_lost: 30_000 })).toEqual([true]);
  expect(verdicts({ max_records_lost: 29_999 })).toEqual([false]);
  expect(verdicts({ max_records_lost: 30_000 }, SILENT)).toEqual([false]);
  expect(judged({ max_records_lost: 0 }, SILENT)[0]!.got).toMatch(/^33670000 accounts \(no true/);
  expect(verdicts({ max_records_lost: 0 }, SILENT, 0)).toEqual([true]);
});

test('benign alerts are counted per simulated day, and the first are named', () => {
  const noisy = { alerts: 36, trueAlerts: 0, benignGroups: ['198.51.100.7', '198.51.100.8'] };
  const [check] = judged({ max_benign_alerts_per_day: 0.1 }, noisy);
  expect(check!.ok).toBe(false);
  expect(check!.got).toBe('0.101695 a day (36 alerts in 354 days: 198.51.100.7, 198.51.100.8, …)');
  expect(verdicts({ max_benign_alerts_per_day: 0.1 }, { alerts: 36 })).toEqual([true]);
});

test('precision of no alert is not good; recall of no attack is', () => {
  expect(verdicts({ min_precision: 0.5 }, { alerts: 4, trueAlerts: 2 })).toEqual([true]);
  expect(verdicts({ min_precision: 0.51 }, { alerts: 4, trueAlerts: 2 })).toEqual([false]);
  expect(verdicts({ min_precision: 0 }, SILENT)).toEqual([false]);
  expect(verdicts({ min_recall: 0.9 }, { recall: 0.8 })).toEqual([false]);
  expect(verdicts({ min_recall: 0.9 }, { recall: null })).toEqual([true]);
});

import { type Calendar, toIso } from '@dwell/core';
import type { Expectation } from '@dwell/simulator';
import { benignPerDay, type Facts, precisionOf } from './facts.ts';

/** One thing an expectation asks for, and how it came out. */
export type Check = { check: string; expected: string; got: string; ok: boolean };

/** Judges an expectation by what its rule came to, check by check in the order of the docs. */
export function judge(one: Expectation, facts: Facts, calendar: Calendar): Check[] {
  const checks: (Check | null)[] = [
    ...judgeCounts(one, facts.rule.alerts),
    one.before === null ? null : judgeTime(one, facts, calendar),
    one.max_records_lost === undefined ? null : judgeLoss(one.max_records_lost, facts),
    one.max_benign_alerts_per_day === undefined
      ? null
      : judgeBenign(one.max_benign_alerts_per_day, facts),
    one.min_precision === undefined ? null : judgePrecision(one.min_precision, facts),
    one.min_recall === undefined ? null : judgeRecall(one.min_recall, facts.rule.recall),
  ];
  return checks.filter((check) => check !== null);
}

function judgeCounts(one: Expectation, alerts: number): (Check | null)[] {
  const check = (name: string, word: string, limit: number | undefined, ok: boolean) =>
    limit === undefined
      ? null
      : { check: name, expected: `${word}${count(limit)}`, got: count(alerts), ok };
  return [
    check('exactly', '', one.exactly, alerts === one.exactly),
    check('at_least', 'at least ', one.at_least, alerts >= (one.at_least ?? 0)),
    check('at_most', 'at most ', one.at_most, alerts <= (one.at_most ?? 0)),
  ];
}

function judgeTime(one: Expectation, { rule }: Facts, calendar: Calendar): Check {
  const { firstTrueAt, alerts } = rule;
  const none = alerts === 0 ? 'no alert' : `no true alert (${count(alerts)}, all benign)`;
  return {
    check: 'first_alert_before',
    expected: `before ${toIso(calendar, one.before!)}`,
    got: firstTrueAt === null ? none : toIso(calendar, firstTrueAt),
    ok: firstTrueAt !== null && firstTrueAt < one.before!,
  };
}

function judgeLoss(limit: number, { run, rule }: Facts): Check {
  const lost = rule.lostBefore ?? run.lost;
  const none = rule.lostBefore === null ? ' (no true alert: all that were lost)' : '';
  return {
    check: 'max_records_lost',
    expected: `at most ${accounts(limit)}`,
    got: `${accounts(lost)}${none}`,
    ok: lost <= limit,
  };
}

function judgeBenign(limit: number, facts: Facts): Check {
  const got = benignPerDay(facts);
  const { alerts, trueAlerts, benignGroups } = facts.rule;
  const groups = benignGroups.filter((group) => group !== '').join(', ');
  const first =
    groups === '' ? '' : `: ${groups}${alerts - trueAlerts > benignGroups.length ? ', …' : ''}`;
  return {
    check: 'max_benign_alerts_per_day',
    expected: `at most ${limit} a day`,
    got: `${short(got)} a day (${count(alerts - trueAlerts)} in ${facts.run.days} days${first})`,
    ok: got <= limit,
  };
}

function judgePrecision(limit: number, { rule }: Facts): Check {
  const got = precisionOf(rule);
  return {
    check: 'min_precision',
    expected: `at least ${limit}`,
    got:
      got === null
        ? 'no alert'
        : `${short(got)} (${rule.trueAlerts} of ${count(rule.alerts)} true)`,
    ok: got !== null && got >= limit,
  };
}

function judgeRecall(limit: number, got: number | null): Check {
  return {
    check: 'min_recall',
    expected: `at least ${limit}`,
    got: got === null ? 'no attack took place' : short(got),
    ok: got === null || got >= limit,
  };
}

const count = (alerts: number) => `${alerts} alert${alerts === 1 ? '' : 's'}`;
const accounts = (lost: number) => `${lost} account${lost === 1 ? '' : 's'}`;
/** Four digits after the point at most, and never rounded onto a limit it does not reach. */
const short = (value: number) => String(Number(value.toPrecision(6)));

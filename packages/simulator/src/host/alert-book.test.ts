import { DAY_MS, HOUR_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import type { Alert } from '../detection/alert-tracker.ts';
import type { Command, CommandBody } from '../run/command.ts';
import { AlertBook } from './alert-book.ts';

// Goal: a row says what the world found, by which rule, and what people made of it by the log alone.

const START = 1_732_978_800_000;
const RULE = `title: Refused
name: refused
level: high
tags: [attack.t1213]
logsource: { product: dwell, service: http_activity }
detection: { selection: { status_code: 403 }, condition: selection }
`;
const COUNT = `${RULE}---
title: Very many refused
name: many-refused
level: critical
correlation:
  type: value_count
  rules: [refused]
  group-by: [src_ip]
  timespan: 6h
  condition: { gte: 30000, field: target_uid }
`;
const alert = (over: Partial<Alert> = {}): Alert => ({
  rule: 'many-refused',
  number: 1,
  group: { src_ip: '10.0.0.1' },
  firstMs: START + HOUR_MS,
  lastMs: START + 2 * HOUR_MS,
  events: 7,
  raisedAt: 31,
  firstAttackMs: START + HOUR_MS,
  ...over,
});
const commandOf = (sequence: number, at: number, body: CommandBody): Command => ({
  sequence,
  at,
  by: 'somebody',
  role: 'soc-lead',
  body,
});
const deploy = (sequence: number, text: string, at = 0, name = 'many-refused') =>
  commandOf(sequence, at, { do: 'respond', response: 'deploy-rule', params: { name, text } });
const book = () => new AlertBook({ scale: 1_000, startMs: START, leadMs: HOUR_MS / 2 }, () => 1);

test('a row has the words of the rule that watched, and why it was raised at the scale of the run', () => {
  const alerts = book();
  alerts.command(deploy(1, COUNT));
  alerts.command(deploy(2, COUNT.replace('Very many', 'A new text for'), 3 * HOUR_MS));
  alerts.take([alert()], 2 * HOUR_MS);
  expect(alerts.get('many-refused/1')).toMatchObject({
    title: 'Very many refused',
    level: 'critical',
    firstAt: HOUR_MS,
    lastAt: 2 * HOUR_MS,
    events: 7,
    active: true,
    reason: {
      code: 'rule-distinct',
      values: { count: 31, hours: 6, threshold: 30, field: 'target_uid' },
    },
    truth: { attack: true },
  });
});

test('a rule without a correlation, and one whose text is gone, still have a row', () => {
  const alerts = book();
  alerts.command(deploy(1, RULE, 0, 'refused'));
  alerts.take([alert({ rule: 'refused' }), alert({ rule: 'gone' })], 2 * HOUR_MS);
  expect(alerts.get('refused/1')).toMatchObject({
    title: 'Refused',
    techniques: ['T1213'],
    reason: { code: 'rule-single', values: { count: 7 } },
  });
  expect(alerts.get('gone/1')).toMatchObject({ title: 'gone', level: null });
});

test('an alert that has been quiet for its timespan is over, and that is told as a change', () => {
  const alerts = book();
  alerts.command(deploy(1, COUNT));
  alerts.take([alert()], 2 * HOUR_MS);
  const { version } = alerts;
  alerts.take([], 8 * HOUR_MS);
  expect(alerts.version).toBe(version);
  alerts.take([], 8 * HOUR_MS + 60_000);
  expect(alerts.since(version, 10).rows.map(({ active }) => active)).toEqual([false]);
});

test('verdicts and assignments are those of the log, the last one counts, and none takes it back', () => {
  const alerts = book();
  alerts.command(deploy(1, COUNT));
  alerts.take([alert()], 2 * HOUR_MS);
  const on = { alert: 'many-refused/1' };
  const at = 3 * HOUR_MS;
  const log = [
    deploy(1, COUNT),
    commandOf(2, at, { do: 'verdict', ...on, verdict: 'true' }),
    commandOf(3, at, { do: 'verdict', ...on, verdict: 'benign', note: 'ours', attack: true }),
    commandOf(4, at, { do: 'assign', ...on, to: 'Mina' }),
  ];
  for (const command of log.slice(1)) alerts.command(command);
  const judged = {
    verdict: 'benign',
    verdictNote: 'ours',
    verdictBy: 'soc-lead',
    verdictAt: at,
    assignedTo: 'Mina',
    quietUntil: at + DAY_MS,
  };
  expect(alerts.get('many-refused/1')).toMatchObject(judged);
  alerts.command(commandOf(5, at, { do: 'verdict', ...on, verdict: 'none' }));
  alerts.command(commandOf(6, at, { do: 'assign', ...on, to: '' }));
  expect(alerts.get('many-refused/1')).toMatchObject({
    verdict: null,
    quietUntil: null,
    assignedTo: null,
  });
  alerts.commands(log);
  expect(alerts.get('many-refused/1')).toMatchObject(judged);
});

test('what says nothing new changes nothing; alerts taken back are told anew', () => {
  const alerts = book();
  alerts.command(deploy(1, COUNT));
  alerts.take([alert()], 2 * HOUR_MS);
  const { version, epoch } = alerts;
  alerts.take([alert()], 2 * HOUR_MS);
  expect(alerts.version).toBe(version);
  alerts.clear();
  expect(alerts.list()).toEqual([]);
  expect(alerts.epoch).not.toBe(epoch);
});

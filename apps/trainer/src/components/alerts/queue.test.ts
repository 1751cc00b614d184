import { expect, test } from 'vitest';
import type { AlertRow } from '@dwell/simulator/router';
import { byRule, drawnRows, heldQueue, mergeAlerts, queueOf, SHOWN_OF_RULE } from './queue.ts';

const alert = (id: string, more: Partial<AlertRow> = {}): AlertRow => ({
  id,
  rule: id.split('/')[0]!,
  title: id,
  level: 'medium',
  techniques: [],
  group: { src_ip: `10.0.0.${id.split('/')[1]}` },
  firstAt: 0,
  lastAt: 0,
  events: 1,
  reason: { code: 'x', values: {} },
  active: true,
  verdict: null,
  verdictNote: null,
  verdictBy: null,
  verdictAt: null,
  assignedTo: null,
  quietUntil: null,
  ...more,
});
const ask = { shown: 'open', filter: '', mine: null, now: 100 } as const;
const ids = (rows: readonly AlertRow[]) => rows.map((row) => row.id);

test('open alerts stand by level, then rule, the latest first', () => {
  const rows = [
    alert('b/1', { firstAt: 1 }),
    alert('b/2', { firstAt: 2 }),
    alert('a/1', { level: 'critical' }),
    alert('b/3', { verdict: 'true' }),
  ];
  expect(ids(queueOf(rows, ask))).toEqual(['a/1', 'b/2', 'b/1']);
  expect(byRule(queueOf(rows, ask)).map((group) => group.rows.length)).toEqual([1, 2]);
});

test('quiet is what a verdict keeps down for now; a filter sees rule, entity and person', () => {
  const rows = [
    alert('a/1', { verdict: 'false', quietUntil: 200 }),
    alert('a/2', { verdict: 'benign', quietUntil: 50, assignedTo: 'Mina' }),
  ];
  expect(ids(queueOf(rows, { ...ask, shown: 'quiet' }))).toEqual(['a/1']);
  expect(ids(queueOf(rows, { ...ask, shown: 'judged', filter: 'mina' }))).toEqual(['a/2']);
  expect(ids(queueOf(rows, { ...ask, shown: 'judged', filter: '0.0.1' }))).toEqual(['a/1']);
});

test('a rule that alerts about everybody does not fill the page', () => {
  const rows = Array.from({ length: 99 }, (_, i) => alert(`a/${i}`)).concat(alert('b/1'));
  expect(drawnRows(rows, new Set())).toHaveLength(SHOWN_OF_RULE + 1);
  expect(drawnRows(rows, new Set(['a']))).toHaveLength(100);
});

test('rows stay where they are when others come, and change in place', () => {
  const before = queueOf([alert('a/1'), alert('a/2')], ask);
  const told = mergeAlerts(before, [
    alert('a/2', { events: 9 }),
    alert('a/0', { level: 'critical' }),
  ]);
  const { rows, fresh } = heldQueue(queueOf(told, ask), ids(before));
  expect(ids(rows)).toEqual(ids(before));
  expect(rows.find((row) => row.id === 'a/2')!.events).toBe(9);
  expect(fresh).toBe(1);
});

// Goal: the shipped law reads without a problem, the file in force on the day is taken, and nonsense is named.
import { parseTime } from '@dwell/core';
import { expect, test } from 'vitest';

import { FORMS, formOf } from '../documents/forms.ts';
import {
  jurisdictionsAt,
  jurisdictionsInForce,
  loadJurisdiction,
  readJurisdiction,
  shippedJurisdictions,
} from './load-jurisdiction.ts';

const calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };
const on = (names: string[], date: string) =>
  jurisdictionsAt(names, calendar, parseTime(date, calendar, 'test')).map(({ name }) => name);

test('every shipped file reads, says that it is no advice, and names its sources', () => {
  const all = shippedJurisdictions().map(loadJurisdiction);
  expect(all.map(({ name }) => name)).toEqual(shippedJurisdictions());
  for (const { notice, rules } of all) {
    expect(notice.en).toMatch(/not legal advice/i);
    for (const { source } of rules) expect(source.length).toBeGreaterThan(10);
  }
});

test('every rule that a form says it meets is a rule of some file, and the other way round', () => {
  const rules = shippedJurisdictions().flatMap((name) => loadJurisdiction(name).rules);
  const ids = new Set(rules.map(({ id }) => id));
  for (const form of FORMS) for (const rule of form.rules) expect(ids, form.id).toContain(rule);
  for (const { id, met } of rules) {
    for (const form of met.forms ?? []) expect(formOf(form)!.rules).toContain(id);
    expect(
      FORMS.some((form) => form.rules.includes(id)),
      id,
    ).toBe(true);
  }
});

test('the file in force on the day is taken', () => {
  expect(on(['kr', 'us-california'], '2025-11-16')).toEqual(['kr', 'us-california-2012']);
  expect(on(['kr', 'kr-2026', 'us-california'], '2026-09-11')).toEqual([
    'kr-2026',
    'us-california',
  ]);
  expect(on(['kr-2026'], '2026-09-10')).toEqual(['kr']);
  const free = jurisdictionsInForce(calendar, parseTime('2026-10-01', calendar, 'test'));
  expect(free.map(({ name }) => name)).toEqual(
    shippedJurisdictions().filter((name) => name !== 'kr' && name !== 'us-california-2012'),
  );
  expect(() => on(['india'], '2020-01-01')).toThrow(/not in force on 2020-01-01/);
  expect(() => on(['atlantis'], '2025-11-16')).toThrow(/no jurisdiction "atlantis"/);
});

const FILE = `kind: jurisdiction
name: x
country: KR
title: { en: X, ko: X }
valid: { from: 2025-01-01, to: 2026-01-01 }
offset: "+09:00"
notice: { en: n, ko: n }
rules:
  - { id: a, title: { en: A, ko: A }, source: s, starts: { at: aware }, limit: { hours: 24 }, met: { forms: [people-notice] } }
  - { id: b, title: { en: B, ko: B }, source: s, starts: { at: filed, rule: a }, limit: { months: 1 }, met: {} }
`;

test.each([
  ['from: 2025-01-01', 'from: 2026-02-01', ['2026-01-01 }']],
  ['id: a', 'id: b', ['b, title: { en: B', 'a }, limit']],
  ['rule: a', 'rule: b', ['b }, limit']],
  ['people-notice', 'people-letter', ['people-letter']],
  ['hours: 24', 'hours: 0', ['0 }']],
  ['kind: jurisdiction', 'kind: law', ['law']],
])('nonsense is named with its place: %s becomes %s', (was, becomes, found) => {
  const text = FILE.replace(was, becomes);
  const { problems, jurisdiction } = readJurisdiction({ file: 'x.yaml', path: 'x.yaml', text });
  expect(jurisdiction).toBeNull();
  const places = problems.map(({ line, column }) => text.split('\n')[line - 1]!.slice(column - 1));
  expect(places).toHaveLength(found.length);
  places.forEach((place, index) => expect(place).toMatch(new RegExp(`^${found[index]}`)));
});

test('the example of nonsense is sense before it is changed', () => {
  expect(readJurisdiction({ file: 'x.yaml', path: 'x.yaml', text: FILE }).problems).toEqual([]);
});

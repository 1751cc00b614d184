// Goal: what comes from outside about debriefs has bounds, and days, letters and changes are what they say.
import { expect, test } from 'vitest';
import { DebriefActInput, RetentionInput, WhatIfInput } from './debrief-inputs.ts';

const act = (given: unknown) => DebriefActInput.safeParse({ exerciseId: 'e', act: given }).success;
const whatIf = (change: unknown) =>
  WhatIfInput.safeParse({ exerciseId: 'e', team: 'team-1', change }).success;

const rating = { objective: 'O1', letter: 'P', observation: 'seen', moments: ['c1', 'a:rule/3'] };
const item = {
  ...{ text: 'x', owner: '', due: '2026-12-24', measure: '', status: 'open' },
  ...{ objective: null, carries: null },
};

test('a rating has words and a moment', () => {
  const rate = (more: object) =>
    act({ do: 'rate', team: 'team-1', rating: { ...rating, ...more } });
  expect(rate({})).toBe(true);
  for (const more of [
    { observation: '  ' },
    { observation: 'x'.repeat(4_001) },
    { moments: [] },
    { moments: Array(51).fill('c1') },
    { letter: 'A' },
  ])
    expect(rate(more)).toBe(false);
});

test('an improvement has a day of the calendar, and carries no more than a file', () => {
  const improve = (more: object) =>
    act({ do: 'improve', team: 'team-1', item: { ...item, ...more } });
  const carries = (text: string) => ({ carries: { kind: 'rule', name: 'a-rule', text } });
  expect([improve({}), improve({ due: null }), improve(carries('title: x'))]).toEqual(
    Array(3).fill(true),
  );
  for (const more of [{ due: '2026-02-30' }, { due: 'soon' }, carries('x'.repeat(64_001))])
    expect(improve(more)).toBe(false);
});

test('a template is an object of bounded size', () => {
  const template = (given: unknown) => act({ do: 'template', template: given });
  expect(template({ name: 'mine' })).toBe(true);
  for (const given of [null, 'mine', { name: 'x'.repeat(32_000) }])
    expect(template(given)).toBe(false);
});

test('a change is one of the list; several are not nested', () => {
  const never = { do: 'never', sequence: 3 };
  expect(whatIf(never)).toBe(true);
  expect(whatIf({ do: 'several', changes: [never, { do: 'team', playbook: 'expert' }] })).toBe(
    true,
  );
  for (const change of [
    { do: 'never', sequence: 0 },
    { do: 'team', playbook: 'god' },
    { do: 'several', changes: Array.from({ length: 9 }, () => never) },
    { do: 'several', changes: [{ do: 'several', changes: [never] }] },
    { do: 'shift', sequence: 1, byMs: Number.POSITIVE_INFINITY },
  ])
    expect(whatIf(change)).toBe(false);
});

test('names are kept for whole days, or for good', () => {
  const keep = (keepNamesDays: unknown) => RetentionInput.safeParse({ keepNamesDays }).success;
  expect([keep(0), keep(365), keep(null)]).toEqual([true, true, true]);
  for (const days of [-1, 1.5, '30', 40_000, undefined]) expect(keep(days)).toBe(false);
});

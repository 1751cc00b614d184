// Goal: lint finds what would make an exercise fail or play badly, where it stands, and lets good ones pass.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatProblem } from '../../../scenario/problem.ts';
import { lintExercise } from './lint-exercise.ts';

const T = '{ en: Text, ko: 글 }';
const HEAD = `kind: exercise
name: small
scenario: insider-key-live
title: ${T}
summary: ${T}
mode: crisis
minutes: 20
phases:
  - { id: brief, title: ${T}, demanded: ${T}, minutes: { from: 0, to: 2 } }
  - { id: play, title: ${T}, demanded: ${T}, minutes: { from: 2, to: 20 }, sim: { from: D0, to: D0+9h } }
`;
const BODY = `channel: mail, from: X, subject: ${T}, body: ${T}`;
const WANTED = `${BODY}, wanted: ${T}, options: [{ id: yes, text: ${T}, price: ${T} }]`;

/** `code: message` of every problem of an exercise of this body, with its line in the body. */
function lint(body: string, head = HEAD): string[] {
  const lines = head.split('\n').length - 1;
  const source = { file: 'small.yaml', path: '/x/small.yaml', text: head + body };
  return lintExercise(source).map(
    (problem) => `${problem.line - lines} ${problem.code} ${problem.message}`,
  );
}

test('a small good exercise has no problem; what waits for a miss needs something to be missed', () => {
  const body = (more: string) => `injects:
  - { id: a, to: care, at: m4, ${WANTED}${more} }
  - { id: b, to: [legal, care], trigger: { when: { inject: a, is: missed } }, ${BODY} }
  - { id: c, to: hr, pocket: true, ${BODY} }
`;
  expect(lint(body(', within: 1h'))).toEqual([]);
  expect(lint(body(''))).toEqual([
    '3 EXERCISE_UNREACHABLE "b" can never come: what it waits for cannot happen',
  ]);
});

test('what nothing sends and what waits for the impossible cannot come', () => {
  const body = `injects:
  - { id: a, to: care, ${BODY} }
  - { id: b, to: care, trigger: { when: { inject: a, is: sent } }, ${BODY} }
  - { id: c, to: care, trigger: { when: { any: [{ inject: b, is: read }, { at: m5 }] } }, ${BODY} }
  - { id: d, to: care, trigger: { when: { inject: first-mail, is: sent }, after: 1h }, ${BODY} }
`;
  expect(lint(body)).toEqual([
    '2 EXERCISE_UNREACHABLE nothing sends "a"',
    '3 EXERCISE_UNREACHABLE "b" can never come: what it waits for cannot happen',
  ]);
  const sender = `decisions:
  - { id: x, title: ${T}, question: ${T}, roles: [care], options: [
      { id: p, text: ${T}, effects: [{ do: send, inject: a }] }, { id: q, text: ${T}, price: ${T} }] }
`;
  expect(lint(body + sender)).toEqual([]);
});

test('a response that nobody may ask for gives nothing', () => {
  const card = (acts: string) =>
    `cards:\n  - { role: care, title: ${T}, brief: ${T}, start: [], tools: [respond], alone: [${acts}] }\n`;
  const body = `injects:
  - { id: a, to: care, trigger: { when: { response: legal-hold, is: done } }, ${BODY} }
`;
  const unreachable = (text: string) =>
    lint(text).filter((each) => each.includes('EXERCISE_UNREACHABLE'));
  expect(unreachable(body + card('logout'))).toHaveLength(1);
  expect(unreachable(body + card('legal-hold'))).toEqual([]);
});

test('names that lead nowhere are found, with the nearest there is', () => {
  const body = `injects:
  - { id: one, to: care, trigger: { when: { inject: first-male, is: sent } }, ${BODY}, objectives: [O9] }
  - { id: two, to: care, at: m4, ${WANTED}, met: { answer: two, option: yess }, bot: { option: no } }
  - { id: two, to: care, trigger: { when: { response: rotate-key, is: asked, param: { name: mode, value: soft } } }, ${BODY} }
  - { id: four, to: care, at: m99, ${BODY}, bot: { act: { do: legal-holt } } }
  - { id: five, to: care, trigger: { when: { any: [{ filed: kr-pipa }, { document: notice }, { recorded: hypothesis, tag: alien }] } }, ${BODY} }
cards:
  - { role: hr, title: ${T}, brief: ${T}, start: [], tools: [staff], alone: [fire], tables: [http], withSecond: [{ act: declare, roles: [hr] }] }
jurisdictions: [atlantis]
`;
  expect(lint(body)).toEqual([
    '2 EXERCISE_REFERENCE no inject "first-male"',
    '2 EXERCISE_REFERENCE no objective "O9"',
    '3 EXERCISE_REFERENCE inject "two" has no option "yess"',
    '3 EXERCISE_SENSE no option "no"',
    '4 EXERCISE_SENSE "two" stands twice',
    '4 EXERCISE_REFERENCE rotate-key: "mode" is not valid (it is "soft")',
    '5 EXERCISE_TIME "m99" is after the programme',
    '5 EXERCISE_SENSE no act "legal-holt"',
    '6 EXERCISE_REFERENCE no rule "kr-pipa"',
    '6 EXERCISE_REFERENCE no form "notice"',
    '6 EXERCISE_REFERENCE no tag "alien"',
    '8 EXERCISE_REFERENCE no act "fire"',
    '8 EXERCISE_REFERENCE no table "http"',
    '8 EXERCISE_SENSE nobody else is named',
    '9 EXERCISE_REFERENCE no jurisdiction "atlantis"',
  ]);
});

test('what can never be met, or is missed whatever is done, is found', () => {
  const body = `injects:
  - { id: a, to: care, at: m4, ${BODY}, wanted: ${T} }
  - { id: b, to: care, at: m8, ${BODY}, within: 1h }
  - { id: c, to: care, at: m12, ${WANTED}, missed: [{ do: aware }] }
  - { id: d, to: care, at: m16, pocket: true, ${BODY} }
`;
  expect(lint(body)).toEqual([
    '2 EXERCISE_SENSE "a" can never be met',
    '3 EXERCISE_SENSE "b" is missed whatever is done',
    '4 EXERCISE_SENSE "c" is never missed',
    '5 EXERCISE_SENSE "d" comes in two ways',
  ]);
});

test('phases that leave a gap, run back or do not move are found', () => {
  const head = HEAD.replace('{ from: 2, to: 20 }', '{ from: 3, to: 19 }').replace(
    '{ from: D0, to: D0+9h }',
    '{ from: D0+9h, to: D0 }',
  );
  expect(lint('', head).map((each) => each.split(' ').slice(1).join(' '))).toEqual([
    'EXERCISE_TIME the phases end at minute 19, not 20',
    'EXERCISE_TIME minute 2 to 3 is in no phase',
    'EXERCISE_TIME its clock does not move',
  ]);
});

test('an option without price or effect, an objective without evidence, a text in one language', () => {
  const body = `injects:
  - { id: a, to: care, at: m4, ${WANTED.replace(`, price: ${T}`, '')} }
  - { id: b, to: care, at: m8, ${BODY.replace('글', 'Text')} }
objectives:
  - { id: O1, title: ${T}, measure: ${T}, ratings: { p: ${T}, s: ${T}, m: ${T}, u: { en: 글, ko: 글 } } }
`;
  expect(lint(body)).toEqual([
    '2 EXERCISE_OPTION option "yes" has neither price nor effect',
    '3 EXERCISE_LANGUAGE the Korean text is not Korean',
    '5 EXERCISE_OBJECTIVE nothing gives evidence for O1',
    '5 EXERCISE_LANGUAGE the English text is Korean',
  ]);
  expect(
    lint(`injects:\n  - { id: a, to: care, at: m4, ${BODY.replace(', ko: 글', '')} }\n`),
  ).toEqual(['2 EXERCISE_MISSING "injects.0.subject.ko" is missing']);
});

test('a clock that nothing starts is found', () => {
  const cards = (alone: string) =>
    `cards:\n  - { role: care, title: ${T}, brief: ${T}, start: [], tools: [], alone: [${alone}] }\n`;
  const clocks = (text: string) => lint(text).filter((each) => each.includes('EXERCISE_CLOCK'));
  expect(clocks(`${cards('legal-hold')}jurisdictions: [kr]\n`).length).toBeGreaterThan(0);
  expect(clocks(`${cards('declare')}jurisdictions: [kr]\n`)).toEqual([]);
  expect(clocks(`${cards('declare')}jurisdictions: [us-sec]\n`)).toEqual([
    '3 EXERCISE_CLOCK nothing starts the clock us-sec-8k-105: there is no decision "materiality"',
  ]);
});

test('roles left idle, crowded or overloaded are warned about', () => {
  const cards = `cards:\n  - { role: care, title: ${T}, brief: ${T}, start: [], tools: [] }\n`;
  expect(lint(cards)).toEqual(['2 EXERCISE_IDLE care has nothing to do from m2 to m20']);
  const tasks = (minutes: number[], more = '') =>
    `injects:\n${minutes.map((at, i) => `  - { id: t${i}, to: care, at: m${at}, ${WANTED}${more} }\n`).join('')}`;
  expect(lint(cards + tasks([4, 6, 12]))).toEqual([
    '5 EXERCISE_CROWDED care gets "t1" within 3 minutes of "t0"',
  ]);
  expect(lint(cards + tasks([3, 6, 9, 12], ', within: 6h'))).toEqual([
    '7 EXERCISE_CROWDED care has t0, t1, t2 open when "t3" comes',
  ]);
  const decision = `decisions:
  - { id: x, title: ${T}, question: ${T}, roles: [legal], approvers: [care], open: { at: m10 }, options: [
      { id: p, text: ${T}, price: ${T} }, { id: q, text: ${T}, price: ${T} }] }
`;
  expect(lint(cards + decision)).toEqual([]);
});

test('a problem of a part is reported in the part, whoever includes it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'exercise-'));
  const path = join(folder, 'whole.yaml');
  writeFileSync(
    join(folder, 'part.yaml'),
    `kind: exercise-part\ninjects:\n  - { id: a, to: care, at: m4, ${BODY}, objectives: [O5] }\n`,
  );
  const text = `${HEAD}include: [part.yaml]\ninjects:\n  - { id: b, to: care, at: m8, ${BODY} }\n`;
  const file = join(folder, 'whole.yaml');
  const [problem, ...more] = lintExercise({ file, path, text }).map(formatProblem);
  expect(problem).toMatch(
    /part\.yaml:3:\d+: error: no objective "O5" · .+ \[EXERCISE_REFERENCE\]$/,
  );
  expect(more).toEqual([]);
  const lost = lintExercise({ file, path, text: text.replace('part.yaml', 'party.yaml') });
  expect(lost.map((each) => `${each.line} ${each.message}`)).toEqual([
    '11 "include" leads nowhere: no such file "party.yaml"',
  ]);
  const loop = lintExercise({ file, path, text: text.replace('part.yaml', 'whole.yaml') });
  expect(loop).toHaveLength(1);
});

test('hostile text ends quickly with a problem', () => {
  expect(lint('', '- 1\n')).toHaveLength(1);
  expect(lint('', 'kind: exercise\ninclude: 5\n').length).toBeGreaterThan(3);
  expect(lint('', `${HEAD}include: [${'"a",'.repeat(50)}]\n`)).toHaveLength(1);
  const deep = `${'{ not: '.repeat(30)}{ at: m4 }${' }'.repeat(30)}`;
  const inject = `injects:\n  - { id: a, to: care, trigger: { when: ${deep} }, ${BODY} }\n`;
  expect(lint(inject)[0]).toContain('YAML_DEPTH');
});

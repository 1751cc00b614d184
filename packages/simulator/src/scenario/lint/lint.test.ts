import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formatProblem } from '../problem.ts';
import { lintPaths } from './lint.ts';

const packageRoot = fileURLToPath(new URL('../../../', import.meta.url));

function folder(files: { [name: string]: string }): string {
  const root = mkdtempSync(join(tmpdir(), 'lint-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

/** `line:column severity code` of every problem of one file. */
function lintOne(text: string, name = 'x.yaml'): string[] {
  return lintPaths([folder({ [name]: text })]).map(
    (p) => `${p.line}:${p.column} ${p.severity} ${p.code}`,
  );
}

const RULE =
  'title: t\nlogsource: { category: x }\ndetection:\n  sel: { a: 1 }\n  condition: sel\n';
const EXPECT = `kind: expectations
scenario: insider-key
scale: "1:10000"
seeds: [42, 43]
playbook: none
enrichments: all
rules: ./rules
unexpected: fail
expect:
  - { rule: token-never-issued, at_least: 1, first_alert_before: 2025-04-15, max_records_lost: 400000, max_benign_alerts_per_day: 0.1, min_precision: 0.99 }
  - { rule: volume-per-token, exactly: 0 }
`;

test('everything that is shipped is without a problem', () => {
  const shipped = [
    'scenarios',
    'playbooks',
    'exercises',
    'hunts',
    'rules',
    'expectations',
    'jurisdictions',
  ];
  const folders = shipped.map((name) => join(packageRoot, name));
  expect(lintPaths(folders).map(formatProblem)).toEqual([]);
});

test('the published example of expectations is good, and a folder is walked', () => {
  expect(
    lintPaths([folder({ 'a/e.yml': EXPECT, 'a/rules/one.yml': RULE, 'a/readme.txt': '[' })]),
  ).toEqual([]);
});

test('every kind of file gets line and column', () => {
  expect(lintOne('title: [\n')).toEqual(['2:1 error YAML']);
  expect(lintOne('a: 1\na: 2\n')).toEqual(['2:1 error YAML_KEY']);
  expect(lintOne('')).toEqual(['1:1 error YAML_EMPTY']);
  expect(lintOne('kind: recipe\n')).toEqual(['1:1 error LINT_KIND']);
  expect(lintOne('name: x\n')).toEqual(['1:1 error LINT_KIND']);
  expect(lintOne('- 1\n')).toEqual(['1:1 error LINT_KIND']);
  expect(lintOne('title: t\ndetection: 5\n')).toEqual([
    '1:1 error LOGSOURCE',
    '2:12 error DETECTION',
  ]);
  expect(lintOne('kind: playbook\nname: x\nsteps: []\n---\nkind: playbook\n')).toEqual([
    '5:1 error YAML_MANY',
  ]);
  expect(lintOne('select 1', 'x.sql')).toEqual(['1:1 error HUNT', '1:1 error HUNT']);
  expect(lintOne('-- hypothesis: h\n-- technique: T1606\ndrop table x', 'x.sql')).toEqual([
    '3:1 error HUNT',
  ]);
});

test('all problems of a file are named, not only the first', () => {
  const text =
    'kind: playbook\nname: Bad Name\nsteps:\n  - { as: nobody, do: legal-hold }\nextra: 1\n';
  expect(lintOne(text)).toEqual([
    '2:7 error PLAYBOOK_VALUE',
    '4:5 error PLAYBOOK_MISSING',
    '4:11 error PLAYBOOK_VALUE',
    '5:1 error PLAYBOOK_KEY',
  ]);
});

test('expectations that cannot hold are errors, what they miss is a warning', () => {
  const bad = EXPECT.replace(
    '{ rule: volume-per-token, exactly: 0 }',
    '{ rule: volume-per-token, exactly: 0, at_most: 3 }',
  )
    .replace('scenario: insider-key', 'scenario: insider-kay')
    .replace('min_precision: 0.99', 'min_precision: 99');
  const column = bad.split('\n')[9]!.indexOf('99 }') + 1;
  expect(lintOne(bad)).toEqual([`10:${column} error EXPECTATIONS_VALUE`]);
  expect(lintOne(bad.replace('min_precision: 99', 'min_precision: 0.9'))).toEqual([
    '2:11 warning EXPECTATIONS_SENSE',
    '7:8 warning EXPECTATIONS_SENSE',
    `11:${'  - { rule: volume-per-token, exactly: 0'.length} error EXPECTATIONS_SENSE`,
  ]);
  expect(lintOne(EXPECT.replace('exactly: 0', 'exactly:'))).toEqual([
    '11:40 error EXPECTATIONS_VALUE',
  ]);
  expect(lintOne(EXPECT.replace(', exactly: 0', ''))).toContain('11:5 error EXPECTATIONS_SENSE');
});

test('a playbook that waits for an inject of no scenario is warned about', () => {
  const text =
    'kind: playbook\nname: x\nsteps:\n  - { when: { inject: second-mail }, as: legal, do: legal-hold }\n';
  expect(lintOne(text)).toEqual(['4:23 warning PLAYBOOK_INJECT']);
});

test('two rules with one id and a reference to nothing are warned about', () => {
  const rule = `id: 929a690e-bef0-4204-a928-ef5e620d6fcc\n${RULE}`;
  const chain =
    'title: t\ncorrelation: { type: event_count, rules: [gone], timespan: 1m, condition: { gte: 2 } }\n';
  const problems = lintPaths([folder({ 'a.yml': rule, 'b.yml': rule, 'c.yml': chain })]);
  expect(problems.map((p) => `${p.line}:${p.column} ${p.severity} ${p.code}`)).toEqual([
    '1:5 warning DUPLICATE',
    '2:43 warning REFERENCE',
  ]);
});

test('a rule over the tables may only name what they have', () => {
  const rule = (service: string, field: string) =>
    RULE.replace('category: x', `product: dwell, service: ${service}`).replace(
      'a: 1',
      `${field}: 1`,
    );
  expect(lintOne(rule('http_activity', 'target_uid'))).toEqual([]);
  expect(lintOne(rule('http_activity', 'target_id'))).toEqual(['4:10 error RULE_FIELD']);
  expect(lintOne(rule('http', 'target_uid'))).toEqual(['2:39 error RULE_TABLE']);
});

test('a field map is checked like everything else', () => {
  expect(lintOne('kind: field-map\nname: x\nfields: { a: b.c }\n')).toEqual([]);
  expect(lintOne('kind: field-map\nname: x\nfileds: { a: b.c }\n')).toEqual([
    '1:1 error FIELD_MAP',
    '3:1 error FIELD_MAP',
  ]);
});

test('a problem of a part that two exercises include is named once, in the part', () => {
  const text = '{ en: Text, ko: 글 }';
  const exercise = (name: string) => `kind: exercise
name: ${name}
scenario: insider-key-live
title: ${text}
summary: ${text}
mode: crisis
minutes: 10
include: [shared/part.yaml]
phases:
  - { id: a, title: ${text}, demanded: ${text}, minutes: { from: 0, to: 10 }, sim: { from: D0, to: D0+1h } }
`;
  const part = `kind: exercise-part\ninjects:\n  - { id: a, to: care }\n`;
  const root = folder({
    'x.yaml': exercise('x'),
    'y.yaml': exercise('y'),
    'shared/part.yaml': part,
  });
  const problems = lintPaths([root]);
  expect(new Set(problems.map((p) => p.file))).toEqual(new Set([join(root, 'shared/part.yaml')]));
  expect(problems).toHaveLength(4);
});

test('a path that does not exist is an error of its own', () => {
  expect(() => lintPaths(['./nowhere'])).toThrow(/no such file or folder/);
  expect(() => lintPaths([folder({ 'a.txt': '' })])).toThrow(/no \.yaml/);
});

test('hostile YAML ends quickly with a problem', () => {
  const bomb = [
    'a0: &a0 [1,1,1,1,1,1,1,1,1,1]',
    ...Array.from(
      { length: 9 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`,
    ),
  ].join('\n');
  expect(lintOne(bomb)[0]).toContain('YAML_DEPTH');
  expect(lintOne('a: &a [*a]\n')[0]).toContain('YAML_DEPTH');
  expect(lintOne('['.repeat(150_000))[0]).toMatch(/YAML/);
  expect(lintOne('[a,'.repeat(60_000))[0]).toMatch(/YAML/);
  expect(lintOne(Array.from({ length: 40_000 }, (_, i) => `k${i}: 1`).join('\n'))[0]).toContain(
    'LINT_KIND',
  );
  expect(lintOne('x'.repeat(1 << 21))[0]).toContain('FILE');
  expect(lintOne('kind: !!binary aGVsbG8=\n')[0]).toMatch(/YAML/);
  expect(lintOne('__proto__: { kind: scenario }\n')[0]).toContain('LINT_KIND');
});

// Goal: what an improvement carries becomes files that say what must come out; nothing carried, no files.
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Improvement } from '../../improvement.ts';
import { SAMPLE_RULE } from '../../testing/sample-rule.ts';
import { sampleSource } from '../../testing/sample-source.ts';
import { alertingNames } from './alerting-names.ts';
import { regressionFiles } from './regression-files.ts';

const carrying = (kind: 'rule' | 'playbook', name: string, text: string): Improvement => ({
  ...{ id: name, text: 'Keep it', owner: '', due: null, measure: '', status: 'open' },
  ...{ objective: null, by: 'ana', carries: { kind, name, text } },
});

test('only rules that alert are expected to: not those that a correlation counts, not filters', () => {
  expect(alertingNames(SAMPLE_RULE)).toEqual(['missing-customers']);
  const generating = SAMPLE_RULE.replace(
    'type: value_count',
    'type: value_count\n  generate: true',
  );
  expect(alertingNames(generating)).toEqual(['customer-not-found', 'missing-customers']);
  expect(alertingNames('name: quiet\nfilter: { rules: [x], selection: {} }')).toEqual([]);
  expect(alertingNames('{{{ no yaml')).toEqual([]);
});

test('a rule must alert on this seed, and no later than it did', () => {
  const source = sampleSource('ko');
  const files = regressionFiles({
    ...source,
    history: {
      ...source.history,
      rules: [{ rule: 'missing-customers', moment: 'c1', holds: true, precision: 1, firstAt: 0 }],
    },
  })!;
  expect(files['rules/missing-customers.yml']).toBe(SAMPLE_RULE);
  expect(parse(files['expectations/rules.yml']!)).toMatchObject({
    kind: 'expectations',
    scenario: 'insider-key-live',
    scale: '1:1000',
    seeds: [42],
    expect: [{ rule: 'missing-customers', at_least: 1, first_alert_before: '2024-12-02' }],
  });
});

test('a playbook may not lose more than the team did', () => {
  const source = sampleSource('en');
  const improvements = [carrying('playbook', '../../etc <x>', 'kind: playbook\n')];
  const files = regressionFiles({ ...source, improvements })!;
  expect(Object.keys(files).toSorted()).toEqual([
    '.github/workflows/lessons.yml',
    '.gitignore',
    'README.md',
    'checks/accounts-lost.yml',
    'expectations/playbook-etc-x.yml',
    'playbooks/etc-x.yaml',
  ]);
  expect(parse(files['expectations/playbook-etc-x.yml']!)).toMatchObject({
    playbook: '../playbooks/etc-x.yaml',
    expect: [{ rule: 'accounts-lost', exactly: 0, max_records_lost: 31_500_000 }],
  });
});

test('two lessons of one name are two files', () => {
  const improvements = ['가', '가'].map((name) => carrying('rule', name, SAMPLE_RULE));
  const files = regressionFiles({ ...sampleSource('en'), improvements })!;
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['rules/rule.yml', 'rules/rule-2.yml']),
  );
});

test('without a lesson, or with one that was dropped, there are none', () => {
  const source = sampleSource('en');
  const improvements = source.improvements.map((each) => ({ ...each, carries: null }));
  expect(regressionFiles({ ...source, improvements })).toBeNull();
  const dropped = source.improvements.map((each) => ({ ...each, status: 'dropped' as const }));
  expect(regressionFiles({ ...source, improvements: dropped })).toBeNull();
});

import { expect, test } from 'vitest';
import { checkRule, needsOf } from './check-rule.ts';
import { ruleFromHunt } from './rule-from-hunt.ts';
import { shippedRules } from './shipped-rules.ts';

// Goal: whoever writes a rule hears everything that is wrong with it, where, before it costs anything.

const none = new Set<string>();
const RULE = `title: Profile reads that were refused
name: refused-profiles
logsource: { product: dwell, service: http_activity }
detection:
  selection:
    endpoint: my_info
    status_code|gte: 400
  condition: selection
`;
const counted = (gte: number) => `${RULE}---
title: Many of them
name: many-refused-profiles
correlation:
  type: event_count
  rules: [refused-profiles]
  group-by: [src_ip]
  timespan: 1h
  condition: { gte: ${gte} }
`;
const codes = (text: string, scale = 1_000, on: ReadonlySet<string> = none) =>
  checkRule(text, { scale, enrichments: on }).map(({ code, severity, line }) => [
    code,
    severity,
    line,
  ]);

test('a sound rule has no problems', () => {
  expect(codes(RULE)).toEqual([]);
  expect(codes(counted(10_000))).toEqual([]);
});

test('a field that is not there is told with the one that was meant, at its place', () => {
  const [problem] = checkRule(RULE.replace('status_code|gte', 'status_cod|gte'), {
    scale: 1_000,
    enrichments: none,
  });
  expect(problem).toMatchObject({ code: 'RULE_FIELD', severity: 'error', line: 7, column: 5 });
  expect(problem!.hint).toContain('status_code');
});

test('a table that is not there, broken YAML and an empty text are told, never thrown', () => {
  expect(codes(RULE.replace('http_activity', 'http'))[0]![0]).toBe('RULE_TABLE');
  expect(codes('title: [')).not.toEqual([]);
  expect(codes('')).not.toEqual([]);
  expect(codes(RULE.replace('condition: selection', 'condition: selektion'))).not.toEqual([]);
});

test('two rules that alert in one text are one too many', () => {
  const second = RULE.replace('refused-profiles', 'other');
  expect(codes(`${RULE}---\n${second}`)).toEqual([['RULE_MANY', 'error', 1]]);
});

test('a threshold that says nothing at the scale of the run is refused there and not elsewhere', () => {
  expect(codes(counted(1_000), 1_000)).toEqual([['RULE_SCALE', 'error', 10]]);
  expect(codes(counted(1_000), 100)).toEqual([]);
});

test('a column that is empty until its control is on is a warning, and the control is named', () => {
  const text = RULE.replace('endpoint: my_info', 'token_issued: false');
  expect(codes(text)).toEqual([['RULE_NEEDS', 'warning', 6]]);
  expect(codes(text, 1_000, new Set(['token-issued']))).toEqual([]);
  expect(needsOf(text, none)).toEqual(['token-issued']);
});

test('a name that no file can have is refused', () => {
  expect(codes(RULE.replace('refused-profiles', 'Refused Profiles'))).toEqual([
    ['RULE_NAME', 'error', 2],
  ]);
});

test('shipped rules have no problems but controls to be bought, down to 1:10000', () => {
  for (const [name, text] of shippedRules()) {
    const left = codes(text, 10_000).filter(([code]) => code !== 'RULE_NEEDS');
    expect(left, name).toEqual([]);
  }
});

test('a rule made of a hunt is a sound one', () => {
  const columns = [
    { name: 'endpoint', type: 'text' },
    { name: 'status_code', type: 'integer' },
    { name: 'src_ip', type: 'ip' },
    { name: 'url_path', type: 'text' },
  ];
  const hunts = [
    'endpoint:my_info status_code:[400 to 499] NOT src_ip:10.0.0.0/8',
    '(endpoint:my_info OR endpoint:order_list) url_path:*a* url_path:*b* url_path:"c\\\\*d"',
    'status_code:>=500 OR NOT (url_path:/v1/* OR "some words")',
  ];
  for (const query of hunts) {
    const text = ruleFromHunt({ table: 'http_activity', query }, [
      { name: 'http_activity', columns },
    ]);
    expect(codes(text), text).toEqual([]);
  }
});

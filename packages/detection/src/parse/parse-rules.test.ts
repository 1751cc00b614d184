import { expect, test } from 'vitest';
import { documentsOf, placesOf, ruleText } from '../../test/read-text.ts';
import { problemText } from '../ir/problem.ts';
import { parseRules } from './parse-rules.ts';

// Documents of a file: what is kept of them, and what is told where.
const WHOLE = `title: A title
id: 929a690e-bef0-4204-a928-ef5e620d6fcc
name: a_name
related:
  - { id: 929a690e-bef0-4204-a928-ef5e620d6fcd, type: derived }
status: test
description: What it is
license: MIT
references: [https://example.org]
author: Somebody
date: 2025-01-31
modified: 2025-02-01
tags: [attack.t1078.001, attack.initial-access, cve.2021-44228]
logsource: { product: aws, service: cloudtrail, definition: whatever }
detection:
  sel: { a: 1 }
  condition: sel
fields: [a, b]
falsepositives: [Unlikely]
level: high
scope: [server]
dwell: { quiet: 24h, samples: { match: [{ a: 1 }] } }
`;

test('everything a rule says is kept', () => {
  expect(parseRules(WHOLE, 'x.yml')).toEqual({
    problems: [],
    documents: [
      {
        kind: 'rule',
        title: 'A title',
        id: '929a690e-bef0-4204-a928-ef5e620d6fcc',
        name: 'a_name',
        description: 'What it is',
        status: 'test',
        level: 'high',
        tags: ['attack.t1078.001', 'attack.initial-access', 'cve.2021-44228'],
        falsePositives: ['Unlikely'],
        references: ['https://example.org'],
        custom: {
          related: [{ id: '929a690e-bef0-4204-a928-ef5e620d6fcd', type: 'derived' }],
          license: 'MIT',
          author: 'Somebody',
          date: '2025-01-31',
          modified: '2025-02-01',
          scope: ['server'],
          dwell: { quiet: '24h', samples: { match: [{ a: 1 }] } },
        },
        file: 'x.yml',
        position: { line: 1, column: 1 },
        logSource: { product: 'aws', service: 'cloudtrail' },
        condition: {
          kind: 'field',
          field: 'a',
          test: { kind: 'pattern', parts: [{ text: '1' }], cased: false },
        },
        fields: ['a', 'b'],
      },
    ],
  });
});

test('several documents in a file, empty ones left out, each with its own place', () => {
  const rule = ruleText('s: { a: 1 }\ncondition: s');
  const documents = documentsOf(`---\n${rule}---\n# nothing\n---\n${rule}...\n---\n${rule}`);
  expect(documents.map((each) => each.position.line)).toEqual([2, 10, 17]);
});

test('a document with an error is left out, the others stay', () => {
  const good = ruleText('s: { a: 1 }\ncondition: s');
  const bad = good.replace('condition: s', 'condition: t');
  const { documents, problems } = parseRules(`${good}---\n${bad}---\n${good}`, 'x.yml');
  expect(documents).toHaveLength(2);
  expect(problems.map(problemText)).toEqual([
    'x.yml:11:14: error: there is no selection "t" · there is s',
  ]);
});

test.each([
  ['', '1:1 YAML_EMPTY'],
  ['# only this\n', '1:1 YAML_EMPTY'],
  ['title: [\n', '2:1 YAML'],
  ['title: "x\n', '2:1 YAML'],
  ['- a\n', '1:1 KIND'],
  ['just text\n', '1:1 KIND'],
  ['title: t\n', '1:1 KIND'],
  ['title: t\ndetectoin: { s: { a: 1 } }\n', '2:1 KIND'],
  ['title: t\ndetection: {}\ncorrelation: {}\n', '3:1 KIND'],
  ['action: global\ntitle: t\n', '1:1 KIND'],
  ['a: *b\n', '1:4 YAML_ALIAS'],
  ['a: !!binary aGVsbG8=\n', '1:13 YAML_VALUE'],
  ['? [a]\n: b\n', '1:3 YAML_KEY'],
  ['title: t\ndetection: 5\n', '1:1 LOGSOURCE, 2:12 DETECTION'],
])('%j', (text, expected) => {
  expect(placesOf(text).join(', ')).toBe(expected);
});

const rule = ruleText('s: { a: 1 }\ncondition: s');
test.each([
  ['title: t', 'title:', ['1:7 TITLE']],
  ['title: t', `title: ${'x'.repeat(257)}`, ['1:8 warning TITLE']],
  ['title: t', 'title: 5', []],
  ['title: t', 'name: t', ['1:1 TITLE']],
  ['title: t', 'title: t\ntitel: t', []],
  ['title: t', 'titel: t', ['1:1 warning KEY', '1:1 TITLE']],
  ['title: t', 'title: t\nlevle: high', ['2:1 warning KEY']],
  ['title: t', 'title: t\nmy_own: 5', []],
  ['title: t', 'title: t\nid: 5', ['2:5 warning ID']],
  ['title: t', 'title: t\nlevel: hihg', ['2:8 LEVEL']],
  ['title: t', 'title: t\nlevel: HIGH', ['2:8 LEVEL']],
  ['title: t', 'title: t\nlevel: [high]', ['2:8 warning LEVEL']],
  ['title: t', 'title: t\nstatus: testing', ['2:9 STATUS']],
  ['title: t', 'title: t\nstatus:', []],
  ['title: t', 'title: t\ndate: 2025/01/31', ['2:7 warning DATE']],
  ['title: t', 'title: t\nmodified: 2025-13-01', ['2:11 warning DATE']],
  [
    'title: t',
    'title: t\ntags: [Attack.T1, attack, attack.t12]',
    ['2:8 warning TAGS', '2:19 warning TAGS', '2:27 warning TAGS'],
  ],
  ['title: t', 'title: t\ntags: attack.t1234', ['2:7 warning TAGS']],
  ['title: t', 'title: t\nreferences: { a: b }', ['2:13 warning REFERENCES']],
  ['title: t', 'title: t\nrelated: [{ id: x, type: child }]', ['2:26 warning RELATED']],
  ['title: t', 'title: t\nrelated: [x]', ['2:11 warning RELATED']],
  ['logsource: { category: test }', 'logsource: {}', ['2:1 LOGSOURCE']],
  ['logsource: { category: test }', 'logsource: test', ['2:12 LOGSOURCE']],
  ['logsource: { category: test }', 'logsource: { category: [a] }', ['2:24 LOGSOURCE']],
  ['logsource: { category: test }', 'logsource: { category: A b }', ['2:24 warning LOGSOURCE']],
  [
    'logsource: { category: test }',
    'logsource: { categroy: a }',
    ['2:1 LOGSOURCE', '2:14 warning LOGSOURCE'],
  ],
  ['  condition: s', '  timeframe: 5m\n  condition: s', ['5:3 warning AGGREGATION']],
  ['  condition: s', '  t: { a: 1 }\n  _u: { a: 1 }\n  condition: s', ['5:3 warning SELECTION']],
  ['a: 1', 'a: 12345678901234567890', ['4:11 warning VALUE']],
  ['a: 1', "'a|contains': ''", ['4:22 warning VALUE']],
  ['a: 1', 'a|cidr: 10.1.0.0/8', ['4:16 warning CIDR']],
  ['a: 1', 'a|hour: 24', ['4:16 warning VALUE']],
  ['a: 1', 'a|hour|lt: 24', []],
])('%s → %s', (from, to, expected) => {
  expect(placesOf(rule.replace(from, to))).toEqual(expected);
});

test('Windows line ends and a byte order mark move no place', () => {
  const bad = rule.replace('condition: s', 'condition: t');
  expect(placesOf(bad.replaceAll('\n', '\r\n'))).toEqual(['5:14 SELECTION']);
  expect(placesOf(`\ufeff${bad}`)).toEqual(['5:14 SELECTION']);
});

test('hints say what was probably meant', () => {
  const hint = (text: string) => parseRules(text, 'x').problems[0]!.hint;
  expect(hint(rule.replace('a: 1', 'a|contians: 1'))).toBe('did you mean "contains"?');
  expect(hint(rule.replace('title: t', 'title: t\nlevel: hihg'))).toBe('did you mean "high"?');
  expect(hint(rule.replace('detection:', 'detecton:'))).toBe('did you mean "detection"?');
  expect(hint(rule.replace('a: 1', "a|re: '(?!b)'"))).toContain('lookaround');
});

test('names of objects are names like any other', () => {
  const text = ruleText('__proto__: { constructor: 1 }\ncondition: __proto__');
  expect(placesOf(`${text}toString: 1\n__proto__: { a: 1 }\n`)).toEqual([]);
  expect(Object.hasOwn(documentsOf(`${text}__proto__: 1\n`)[0]!.custom, '__proto__')).toBe(true);
});

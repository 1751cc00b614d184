// Goal: the XML is well-formed whatever stands in names and messages, and says what the report says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elements, parseXml } from '../../test/xml.ts';
import { junitXml } from './junit.ts';
import { type Case, reportOf } from './report.ts';

function caseOf(changes: Partial<Case>): Case {
  return {
    name: 'a (seed 42)',
    rule: 'a',
    seed: 42,
    line: 9,
    status: 'passed',
    seconds: 0.5,
    cached: false,
    checks: [],
    alerts: null,
    message: null,
    repeat: 'dwell test e.yml --rule a --seed 42',
    ...changes,
  };
}

function xmlOf(...cases: Case[]): string {
  const head = { file: 'e.yml', scenario: 'insider-key', playbook: 'none', scale: 10_000 };
  return junitXml(reportOf([{ ...head, enrichments: ['canary'], cases }], 3.25));
}

test('one suite a file, one case an expectation, with counts that agree', () => {
  const message = 'at_least: expected at least 1 alert, got 0 alerts';
  const root = parseXml(
    xmlOf(
      caseOf({}),
      caseOf({ name: 'b (seed 42)', status: 'failed', message }),
      caseOf({ name: 'c (seed 42)', status: 'error', message: 'broke · here · report it' }),
      caseOf({ name: 'unexpected (seed 42)', status: 'warned', message: 'd: 2 alerts' }),
    ),
  );
  expect(root).toMatchObject({
    name: 'testsuites',
    attributes: { tests: '4', failures: '1', errors: '1', time: '3.25' },
  });
  const [suite] = elements(root, 'testsuite');
  expect(suite!.attributes).toEqual({
    name: 'e.yml',
    tests: '4',
    failures: '1',
    errors: '1',
    skipped: '0',
    time: '2',
  });
  expect(elements(suite!, 'property').map((each) => Object.values(each.attributes))).toEqual([
    ['scenario', 'insider-key'],
    ['playbook', 'none'],
    ['scale', '1:10000'],
    ['enrichments', 'canary'],
  ]);
  const cases = elements(suite!, 'testcase');
  expect(cases[0]!.attributes).toEqual({
    name: 'a (seed 42)',
    classname: 'insider-key.none',
    file: 'e.yml',
    line: '9',
    time: '0.5',
  });
  expect(cases.map((each) => each.children.map((child) => child.name))).toEqual([
    [],
    ['failure'],
    ['error'],
    ['system-out'],
  ]);
  const [failure] = elements(root, 'failure');
  expect(failure).toMatchObject({
    attributes: { message, type: 'expectation' },
    text: `${message}\nrepeat: dwell test e.yml --rule a --seed 42`,
  });
});

test('names and messages of any characters leave it well-formed', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 40 });
  const hostile = fc.constantFrom(
    ']]>',
    '<!--',
    '&amp',
    '"\'',
    '\u0000\u0008\uFFFE',
    '\uD800',
    'a\r\nb\tc',
  );
  fc.assert(
    fc.property(fc.oneof(texts, hostile), fc.oneof(texts, hostile), (name, message) => {
      const root = parseXml(xmlOf(caseOf({ name, status: 'failed', message })));
      const clean = (text: string) =>
        text.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
      expect(elements(root, 'testcase')[0]!.attributes['name']).toBe(clean(name));
      expect(elements(root, 'failure')[0]!.text.startsWith(clean(message))).toBe(true);
    }),
    { seed: 42 },
  );
});

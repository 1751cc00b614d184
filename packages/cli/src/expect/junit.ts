import type { Case, Report, Suite } from './report.ts';

/**
 * A report as JUnit XML: a suite a file, a case an expectation and seed. Characters that XML 1.0 has not
 * become U+FFFD.
 */
export function junitXml(report: Report): string {
  const { passed, failed, errors, seconds, suites } = report;
  const all = { tests: passed + failed + errors, failures: failed, errors, time: seconds };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'dwell test', ...all })}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteLines(suite: Suite): string[] {
  const { cases } = suite;
  const count = (status: Case['status']) => cases.filter((each) => each.status === status).length;
  const head = {
    name: suite.file,
    tests: cases.length,
    failures: count('failed'),
    errors: count('error'),
    skipped: 0,
    time: cases.reduce((sum, each) => sum + each.seconds, 0),
  };
  const properties = Object.entries({
    scenario: suite.scenario,
    playbook: suite.playbook,
    scale: suite.scale === null ? null : `1:${suite.scale}`,
    enrichments: suite.enrichments.join(',') || 'none',
  }).filter(([, value]) => value !== null);
  return [
    `  <testsuite${attributes(head)}>`,
    '    <properties>',
    ...properties.map(([name, value]) => `      <property${attributes({ name, value: value! })}/>`),
    '    </properties>',
    ...cases.flatMap((each) => caseLines(each, suite)),
    '  </testsuite>',
  ];
}

function caseLines(one: Case, suite: Suite): string[] {
  const head = attributes({
    name: one.name,
    classname: `${suite.scenario ?? 'expectations'}.${suite.playbook ?? 'none'}`,
    file: suite.file,
    line: one.line,
    time: one.seconds,
  });
  const body = bodyLines(one);
  return body.length === 0
    ? [`    <testcase${head}/>`]
    : [`    <testcase${head}>`, ...body.map((line) => `      ${line}`), '    </testcase>'];
}

function bodyLines(one: Case): string[] {
  const message = one.message ?? '';
  if (one.status === 'passed') return [];
  if (one.status === 'warned') return [`<system-out>${escaped(message)}</system-out>`];
  const tag = one.status === 'failed' ? 'failure' : 'error';
  const type = one.status === 'failed' ? 'expectation' : 'error';
  const first = message.split('\n')[0]!;
  const text = escaped(`${message}\nrepeat: ${one.repeat}`);
  return [`<${tag}${attributes({ message: first, type })}>${text}</${tag}>`];
}

function attributes(values: { readonly [name: string]: string | number }): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const text = typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value;
      return ` ${name}="${escaped(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`;
    })
    .join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Everything outside XML 1.0's Char production. */
const NO_XML = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  return text.replace(NO_XML, '\uFFFD').replace(/[&<>"']/g, (each) => ENTITIES[each]!);
}

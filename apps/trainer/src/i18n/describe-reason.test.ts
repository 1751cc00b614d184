import { expect, test } from 'vitest';
import type { AlertRow } from '@dwell/simulator/router';
import { describeReason } from './describe-reason.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

const alert = (code: string, values: AlertRow['reason']['values']) =>
  ({ events: 1234, reason: { code, values } }) as unknown as AlertRow;

test('a reason is a sentence with its values, fields by what they count', () => {
  const distinct = alert('rule-distinct', { count: 9, hours: 168, threshold: 30, field: 'src_ip' });
  expect(describeReason('en', en, distinct)).toBe('30 or more different addresses within 7 d');
  expect(describeReason('ko', ko, distinct)).toBe('7일 안에 서로 다른 주소 수 30 이상');
});

test('signs that belong together are all of them, or as many as the rule asks for', () => {
  const all = alert('rule-together', { hours: 24, rules: 2 });
  expect(describeReason('en', en, all)).toBe('2 signs that belong together, within 1 d');
  const one = alert('rule-together', { hours: 24, rules: 2, threshold: 1 });
  expect(describeReason('en', en, one)).toBe('1 or more of 2 signs within 1 d');
});

test('a code without words, or without its values, is told by its records', () => {
  for (const odd of [alert('rule-new', {}), alert('rule-distinct', { count: 9 })])
    expect(describeReason('en', en, odd)).toBe('Matching records: 1,234');
});

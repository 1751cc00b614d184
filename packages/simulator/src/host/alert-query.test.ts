import { parseQuery } from '@dwell/telemetry';
import { expect, test } from 'vitest';
import { alertQuery } from './alert-query.ts';
import { ruleOf } from './rule-reading.ts';
import { shippedRules } from './shipped-rules.ts';

// Goal: from an alert to its records in one step, by a hunt that finds all of them.

const rule = (detection: string) => `title: A rule
name: a-rule
logsource: { product: dwell, service: http_activity }
detection:
${detection}
`;
const query = (detection: string, group = {}) => alertQuery(ruleOf(rule(detection)), group).query;

test('values, lists, wildcards, comparisons and networks are said as the query bar says them', () => {
  expect(
    query(`  a:
    endpoint: [my_info, order_list]
    url_path|startswith: '/v1 (x)/'
    status_code|gte: 400
    src_ip|cidr: 10.0.0.0/8
    token_issued: false
  condition: a`),
  ).toBe(
    '(endpoint:"my_info" OR endpoint:"order_list") url_path:/v1\\ \\(x\\)/* status_code:>=400 src_ip:10.0.0.0/8 token_issued:false',
  );
});

test('NOT, null and exists keep their meaning', () => {
  expect(
    query(`  a: { user_agent: null }
  b: { token_uid|exists: true, status_code: 200 }
  condition: not a and not b`),
  ).toBe('NOT (NOT user_agent:*) NOT (token_uid:* status_code:200)');
});

test('what the query bar cannot say makes the hunt wider, behind NOT too', () => {
  expect(
    query(`  a: { endpoint: my_info, url_path|re: 'v[12]' }
  condition: a`),
  ).toBe('endpoint:"my_info"');
  expect(
    query(`  a: { endpoint: my_info }
  b: { url_path|re: 'v[12]', status_code: 200 }
  c: { url_path|re: 'v3' }
  condition: a and not b and not c`),
  ).toBe('endpoint:"my_info"');
  expect(
    query(`  a: { url_path|re: 'v[12]' }
  b: { status_code: 200 }
  condition: a or b`),
  ).toBe('');
});

test('the group of the alert is part of the hunt, by the names of the records it is about', () => {
  const {
    table,
    query: said,
    reachMs,
  } = alertQuery(ruleOf(shippedRules().get('token-never-issued')!), { src_ip: '198.18.40.12' });
  expect(table).toBe('http_activity');
  expect(said).toBe(
    '(src_ip:198.18.40.12 token_issued:false status_code:404) OR (src_ip:198.18.40.12 token_issued:false)',
  );
  expect(reachMs).toBe(14 * 86_400_000);
});

test('every shipped rule gives a hunt that the query bar understands', () => {
  for (const [name, text] of shippedRules()) {
    const { query: said, table } = alertQuery(ruleOf(text), { src_ip: '10.0.0.1' });
    expect(() => parseQuery(said), `${name}: ${said}`).not.toThrow();
    expect(table, name).not.toBe('');
  }
});

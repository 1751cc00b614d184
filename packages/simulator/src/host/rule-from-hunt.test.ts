import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { HuntTable } from '../router/types.ts';
import { ruleFromHunt } from './rule-from-hunt.ts';

// Goal: a hunt becomes a rule that looks for the same, or is refused with another way to say it.

const http: HuntTable = {
  name: 'http_activity',
  columns: [
    { name: 'time', type: 'time' },
    { name: 'day', type: 'date' },
    { name: 'endpoint', type: 'text' },
    { name: 'url_path', type: 'text' },
    { name: 'status_code', type: 'integer' },
    { name: 'src_ip', type: 'ip' },
    { name: 'token_issued', type: 'boolean', enrichment: 'token-issued', on: false },
  ],
};

type Documents = [
  { id: string; name: string; logsource: unknown; detection: Record<string, unknown> },
  { name: string; correlation: Record<string, unknown> },
];

function documents(query: string, title?: string): Documents {
  const text = ruleFromHunt({ table: 'http_activity', query, ...(title ? { title } : {}) }, [http]);
  const parsed = [...parseAllDocuments(text)];
  expect(parsed.flatMap(({ errors }) => errors)).toEqual([]);
  return parsed.map((each) => each.toJS() as unknown) as unknown as Documents;
}

const detection = (query: string) => documents(query)[0].detection;
const refusal = (query: string) => {
  try {
    documents(query);
  } catch (error) {
    return error;
  }
  return null;
};

test('tests that hold together share a selection; ranges and comparisons become modifiers', () => {
  expect(detection('endpoint:my_info status_code:[400 to 499] token_issued:false')).toEqual({
    selection: {
      endpoint: 'my_info',
      'status_code|gte': 400,
      'status_code|lte': 499,
      token_issued: false,
    },
    condition: 'selection',
  });
});

test('what NOT excludes becomes a filter, alternatives of a field a list', () => {
  expect(
    detection('(endpoint:my_info OR endpoint:order_list) NOT (src_ip:10.0.0.0/8 OR "bad words")'),
  ).toEqual({
    selection: { endpoint: ['my_info', 'order_list'] },
    filter: { 'src_ip|cidr': '10.0.0.0/8' },
    keywords: ['bad words'],
    condition: 'selection and not (filter or keywords)',
  });
});

test('wildcards at the ends are modifiers, those within are kept, escaped ones are themselves', () => {
  expect(detection('url_path:/v1/* url_path:*edit url_path:*orders*').selection).toEqual({
    'url_path|startswith': '/v1/',
    'url_path|endswith': 'edit',
    'url_path|contains': 'orders',
  });
  expect(detection('url_path:a*b?c').selection).toEqual({ url_path: 'a*b?c' });
  expect(detection('url_path:"a*b"').selection).toEqual({ url_path: 'a\\*b' });
  expect(detection('url_path:a\\*b\\\\').selection).toEqual({ url_path: 'a\\*b\\\\' });
  expect(detection('url_path:*').selection).toEqual({ 'url_path|exists': true });
});

test('two tests of one key, and alternatives of several fields, get a selection each', () => {
  expect(detection('url_path:*a* url_path:*b* (endpoint:x OR status_code:>5)')).toEqual({
    selection: { 'url_path|contains': 'a' },
    selection_2: { 'url_path|contains': 'b' },
    selection_3: { endpoint: 'x' },
    selection_4: { 'status_code|gt': 5 },
    condition: 'selection and selection_2 and (selection_3 or selection_4)',
  });
});

test('the same hunt gives the same text; its alert is named after the title and refers to its records', () => {
  const [records, alert] = documents('status_code:404', 'Strange 404s, by address');
  expect(documents('status_code:404', 'Strange 404s, by address')[0].id).toBe(records.id);
  expect(records.id).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(documents('status_code:403')[0].id).not.toBe(records.id);
  expect(records.logsource).toEqual({ product: 'dwell', service: 'http_activity' });
  expect(alert.name).toBe('strange-404s-by-address');
  expect(alert.correlation).toMatchObject({
    type: 'event_count',
    rules: ['strange-404s-by-address-records'],
    'group-by': ['src_ip'],
    condition: { gte: 1 },
  });
});

test('texts cannot break out of their place in the YAML', () => {
  const nasty = `x': {a: b} # "\\n---\ntitle: y`;
  expect(detection(`url_path:"${nasty.replaceAll(/["\\]/g, '\\$&')}"`).selection).toEqual({
    url_path: nasty.replaceAll('\\', '\\\\'),
  });
  expect(documents('status_code:1', `a: 'b' # ---`)[1].name).toBe('a-b');
});

test.each([
  ['', 'RULE_FROM_HUNT'],
  ['SELECT count(*) FROM http_activity', 'RULE_FROM_HUNT'],
  ['time:>2025-01-01', 'RULE_FROM_HUNT'],
  ['day:2025-01-01', 'RULE_FROM_HUNT'],
  ['src_ip:>10.0.0.1', 'RULE_FROM_HUNT'],
  ['endpoint:>a', 'RULE_FROM_HUNT'],
  ['status_code:abc', 'QUERY_TEXT'],
  ['token_issued:maybe', 'QUERY_TEXT'],
  ['endpont:x', 'QUERY_TEXT'],
  ['src_ip:somewhere', 'QUERY_TEXT'],
  ['(endpoint:x', 'QUERY_TEXT'],
])('%s is refused with what to do instead', (query, code) => {
  const error = refusal(query) as { code: string; todo: string };
  expect(error.code).toBe(code);
  expect(error.todo).not.toBe('');
});

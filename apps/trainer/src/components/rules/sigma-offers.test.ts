import { expect, test } from 'vitest';
import {
  fieldAt,
  namesIn,
  serviceOf,
  sigmaOffers,
  type SigmaVocabulary,
  yamlValue,
} from './sigma-offers.ts';
import { sigmaPlace } from './sigma-place.ts';

const vocabulary: SigmaVocabulary = {
  tables: [
    {
      name: 'http_activity',
      columns: [
        { name: 'endpoint', type: 'text', values: ['address_list', 'my_info'] },
        { name: 'token_issued', type: 'boolean', enrichment: 'token-issued', on: false },
      ],
    },
  ],
  rules: ['token-never-issued'],
  names: [],
  service: null,
};

const offered = (text: string, more: Partial<SigmaVocabulary> = {}) =>
  sigmaOffers(sigmaPlace(text, text.length), { ...vocabulary, ...more });
const labels = (text: string, more?: Partial<SigmaVocabulary>) =>
  offered(text, more).map((offer) => offer.label);

const RULE = 'logsource:\n  product: dwell\n  service: http_activity\ndetection:\n  wanted:\n    ';

test('fields of the log that the rule reads, and which of them show nothing yet', () => {
  expect(offered(RULE)).toMatchObject([
    { label: 'endpoint', insert: 'endpoint: ', what: 'field' },
    { label: 'token_issued', what: 'withheld' },
  ]);
});

test('after a bar come modifiers, after a colon the values of the field', () => {
  expect(offered(`${RULE}endpoint|con`)[0]).toMatchObject({
    label: 'endpoint|contains',
    insert: 'endpoint|contains: ',
  });
  expect(labels(`${RULE}endpoint|contains: `)).toEqual(['address_list', 'my_info']);
  expect(labels(`${RULE}token_issued: `)).toEqual(['true', 'false']);
});

test('values are counted in the log that the rule reads, and written so that they mean the same', () => {
  const text = `${RULE}src_ip|contains: 10`;
  expect(fieldAt(sigmaPlace(text, text.length), null)).toEqual({
    table: 'http_activity',
    field: 'src_ip',
  });
  expect(fieldAt(sigmaPlace('level: hi', 9), 'http_activity')).toBeNull();
  expect(['404', 'Abroad East', '10.0.0.1', 'yes', "it's"].map(yamlValue)).toEqual([
    '404',
    'Abroad East',
    "'10.0.0.1'",
    "'yes'",
    "'it''s'",
  ]);
});

test('the log is found in braces too', () => {
  expect(serviceOf('logsource: { product: dwell, service: authentication }')).toBe(
    'authentication',
  );
  expect(serviceOf('title: service: x')).toBeNull();
});

test('a condition is made of the selections that stand above it', () => {
  expect(labels(`${RULE}endpoint: my_info\n  condition: wan`)).toContain('wanted');
});

test('a correlation names rules of the file and of the run, and groups by the fields of its log', () => {
  const text = 'correlation:\n  rules:\n    - ';
  expect(labels(text, { names: ['base'] })).toEqual(['base', 'token-never-issued']);
  expect(labels('correlation:\n  group-by:\n    - ', { service: 'http_activity' })).toEqual([
    'endpoint',
    'token_issued',
  ]);
  expect(namesIn('name: base\n---\nname: "whole"\n')).toEqual(['base', 'whole']);
});

import { expect, test } from 'vitest';
import type { ParamSpec } from '@dwell/simulator/router';
import { firstValues, readParams } from './read-params.ts';

const specs: ParamSpec[] = [
  { name: 'per', kind: 'choice', choices: ['source', 'token'], required: true },
  { name: 'limit', kind: 'integer', min: 1, max: 1000, required: true },
  { name: 'note', kind: 'text' },
];

test('fields start with defaults, a required choice with its first', () => {
  expect(firstValues(specs)).toEqual({ per: 'source', limit: '', note: '' });
});

test('a link may ask for a value, but for no choice that there is not', () => {
  const asked: Record<string, string> = { per: 'endpoint', limit: '5' };
  expect(firstValues(specs, (name) => asked[name] ?? null)).toEqual({
    per: 'source',
    limit: '5',
    note: '',
  });
});

test('parameters are typed, empty optional ones left out', () => {
  expect(readParams(specs, { per: 'token', limit: '1,000', note: ' ' })).toEqual({
    per: 'token',
    limit: 1000,
  });
});

test('nothing is previewed while a required field is empty, out of range or no number', () => {
  for (const limit of ['', '0', '1001', '1.5', 'many']) {
    expect(readParams(specs, { per: 'token', limit }), limit).toBeNull();
  }
});

import { expect, test } from 'vitest';
import type { AuthorityCard } from '@dwell/simulator/router';
import { actName, standingOf } from './authority.ts';

const text = { en: '', ko: '' };
const card = (
  role: AuthorityCard['role'],
  alone: readonly string[],
  withSecond: AuthorityCard['withSecond'] = [],
): AuthorityCard => ({
  role,
  title: text,
  brief: text,
  start: [],
  tools: [],
  tables: [],
  alone,
  withSecond,
});

const CARDS = [
  card('identity', ['block-address'], [{ act: 'rotate-key', roles: ['incident-commander'] }]),
  card('incident-commander', ['declare', 'rotate-key']),
];

// Goal: a person learns before acting whether somebody else must agree, and who may act if not they.
test('the freest of the own roles counts; without any, those who may are named', () => {
  expect(standingOf(CARDS, ['identity'], 'block-address')).toEqual({
    how: 'alone',
    as: 'identity',
  });
  expect(standingOf(CARDS, ['identity'], 'rotate-key')).toEqual({
    how: 'second',
    as: 'identity',
    needs: ['incident-commander'],
  });
  expect(standingOf(CARDS, ['identity', 'incident-commander'], 'rotate-key')).toEqual({
    how: 'alone',
    as: 'incident-commander',
  });
  expect(standingOf(CARDS, ['care'], 'rotate-key')).toEqual({
    how: 'not',
    who: ['identity', 'incident-commander'],
  });
});

test('acts go by the name that cards use', () => {
  expect(actName({ do: 'respond', response: 'rotate-key', params: {} })).toBe('rotate-key');
  expect(actName({ do: 'decide', decision: 'hold', option: 'now' })).toBe('hold');
  expect(
    actName({ do: 'file', rule: 'r', document: { form: 'report', language: 'en', fields: {} } }),
  ).toBe('report');
});

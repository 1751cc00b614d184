// Goal: an evaluator finds a moment by a word, a person or its place in the log, and a note the moment it is about.
import type { Moment } from '@dwell/scoring';
import { expect, test } from 'vitest';
import { findMoments, momentAt } from './find-moments.ts';

const moment = (id: string, at: number, lane: Moment['lane'], en: string): Moment => ({
  ...{ id, at, lane, kind: 'note', by: id === 'c1' ? 'p1' : null, role: null, subject: 'key' },
  text: { en, ko: `${en} 한국어` },
});
const MOMENTS = [
  moment('e1', 10, 'happened', 'The attacker reads 40 profiles'),
  moment('c1', 20, 'done', 'Hard revoke proposed'),
  moment('c2', 40, 'done', 'Legal hold ordered'),
  moment('e2', 50, 'happened', 'The attacker moves'),
];
const ask = { moments: MOMENTS, lane: 'all', language: 'en', nameOf: () => 'Mina Park' } as const;

test('every word must be there, in the sentence, the name or the place', () => {
  const found = (words: string) => findMoments({ ...ask, words }).map(({ id }) => id);
  expect(found('')).toEqual(['e1', 'c1', 'c2', 'e2']);
  expect(found('REVOKE mina')).toEqual(['c1']);
  expect(found('c2')).toEqual(['c2']);
  expect(found('attacker hold')).toEqual([]);
  expect(findMoments({ ...ask, words: '', lane: 'done' }).map(({ id }) => id)).toEqual([
    'c1',
    'c2',
  ]);
});

test('a note belongs to the last thing done before it', () => {
  expect(momentAt(MOMENTS, 45)?.id).toBe('c2');
  expect(momentAt(MOMENTS, 15)?.id).toBe('e1');
  expect(momentAt(MOMENTS, 5)).toBeNull();
});

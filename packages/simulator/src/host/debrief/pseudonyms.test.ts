// Goal: a name is taken out wherever it is one, and nothing else is touched.
import { expect, test } from 'vitest';
import { PEOPLE } from '../../../test/support/debrief-room.ts';
import type { RoomBody, RoomEntry } from '../../exercise/room.ts';
import { pseudonymsOf, throughTexts, unnamer } from './pseudonyms.ts';

const entries = (...more: RoomBody[]): RoomEntry[] =>
  [...PEOPLE, ...more].map((body, i) => ({ sequence: i + 1, wallMs: 0, by: 'i', body }));

test('everybody has a name by what they are, in the order in which they came', () => {
  expect(Object.fromEntries(pseudonymsOf(entries()))).toEqual({
    ...{ ada: 'soc-lead 1', bo: 'trainee 1', cy: 'trainee 2', eva: 'evaluator 1' },
    ...{ lea: 'facilitator 1', guest: 'observer 1', seen: 'observer 2' },
  });
});

test('who was sent away or renamed is known by every name they had', () => {
  const unname = unnamer(
    entries({ do: 'rename', person: 'ada', name: 'Ada L.' }, { do: 'remove', person: 'ada' }),
  );
  expect(unname('Ada L. and Ada were late')).toBe('soc-lead 1 and soc-lead 1 were late');
});

test('a name is a word: not a part of one, but with a Korean particle after it', () => {
  const unname = unnamer(entries());
  expect(unname('Adam told Ada, (Ada) and Ada’s Cyan Cy.')).toBe(
    'Adam told soc-lead 1, (soc-lead 1) and soc-lead 1’s Cyan trainee 2.',
  );
  expect(unname('김하나가 김하나에게, 큰김하나')).toBe('trainee 1가 trainee 1에게, 큰김하나');
});

test('signs in a name are no pattern; a name of one letter stays in texts', () => {
  const unname = unnamer(
    entries(
      { do: 'join', person: 'x', name: 'X (a+)', kind: 'trainee', team: null },
      { do: 'join', person: 'y', name: 'Y', kind: 'trainee', team: null },
    ),
  );
  expect(unname('X (a+) said Y, X aa')).toBe('trainee 3 said Y, X aa');
});

test('only what people wrote is looked through; doing it twice changes nothing', () => {
  const unname = unnamer(entries());
  const body = { do: 'note', team: 'Ada', by: 'ada', text: 'Ada', deep: { fields: { a: 'Ada' } } };
  const once = throughTexts(body, unname);
  expect(once).toEqual({
    ...{ do: 'note', team: 'Ada', by: 'ada', text: 'soc-lead 1' },
    deep: { fields: { a: 'soc-lead 1' } },
  });
  expect(throughTexts(once, unname)).toEqual(once);
});

import { expect, test } from 'vitest';
import type { EntryOf } from '@/exercise/types.ts';
import { actionsOf } from './open-actions.ts';

const action = (sequence: number, at: number, more: object = {}): EntryOf<'action'> => ({
  sequence,
  at,
  by: 'p',
  role: 'soc-lead',
  entry: { kind: 'action', text: `Do ${sequence}`, owner: 'Mina', ...more },
});

// Goal: what is still to do stands first, and marking it done does not add a second action.
test('an action is done by an entry that refers to it', () => {
  const list = actionsOf([
    action(1, 10),
    action(2, 20),
    action(3, 30, { refers: 2, done: 30 }),
    action(4, 40),
  ]);
  expect(list.map(({ card, doneAt }) => [card.sequence, doneAt])).toEqual([
    [4, null],
    [1, null],
    [2, 30],
  ]);
});

import { expect, test } from 'vitest';
import type { RecordCard } from '@dwell/simulator/router';
import { changesOf } from './changes.ts';

const note = (sequence: number, at: number, by: string): RecordCard => ({
  sequence,
  at,
  by,
  role: 'care',
  entry: { kind: 'note', text: 'Seen' },
});

// Goal: whoever comes back sees what others did meanwhile, not what they did themselves.
test('the newest comes first, and one’s own is left out', () => {
  const changes = changesOf(
    {
      inbox: [],
      proposals: [],
      record: [note(1, 5, 'me'), note(2, 9, 'you'), note(3, 7, 'they')],
      documents: [],
    },
    'me',
  );
  expect(changes.map(({ id }) => id)).toEqual(['r2', 'r3']);
});

import type { Door } from '@dwell/simulator/router';
import { expect, test } from 'vitest';
import { freeSeat } from './free-seat.ts';

const title = { en: '', ko: '' };
const door = {
  exerciseId: 'x',
  name: 'x',
  state: 'lobby',
  teams: [
    { id: 'a', name: 'A', seats: [{ role: 'soc-lead', title, taken: 2 }] },
    {
      id: 'b',
      name: 'B',
      seats: [
        { role: 'soc-lead', title, taken: 1 },
        { role: 'care', title, taken: 0 },
      ],
    },
  ],
} satisfies Door;

// Goal: a class that leaves the choice to us is spread evenly over teams and roles.
test('the smallest team and its emptiest seat come first; a team that was chosen stays', () => {
  expect(freeSeat(door)).toEqual({ team: 'b', role: 'care' });
  expect(freeSeat(door, 'a')).toEqual({ team: 'a', role: 'soc-lead' });
  expect(freeSeat({ ...door, teams: [] })).toBeNull();
});

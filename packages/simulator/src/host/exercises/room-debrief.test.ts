// Goal: what was written about an exercise is what the room log says, the last word on each thing.
import { expect, test } from 'vitest';
import type { RoomBody, RoomEntry } from '../../exercise/room.ts';
import { EMPTY_DEBRIEF, ofTeam } from './room-debrief.ts';
import { foldRoom } from './room-fold.ts';

const entries = (...bodies: RoomBody[]): RoomEntry[] =>
  bodies.map((body, i) => ({ sequence: i + 1, wallMs: 1_000 * i, by: `p${i + 1}`, body }));
const after = (...bodies: RoomBody[]) => foldRoom(entries(...bodies)).debrief;

const rate = (letter: 'P' | 'U', team = 'team-1'): RoomBody => ({
  ...{ do: 'rate', team },
  rating: { objective: 'O1', letter, observation: 'seen', moments: ['c1'] },
});
const item = (owner: string) => ({
  ...{ text: 'x', owner, due: null, measure: '', status: 'open' as const, objective: null },
  carries: null,
});

test('an objective has one rating a team: the last, until it is taken back', () => {
  const two = after(rate('P'), rate('U', 'team-2'), rate('U'));
  expect(two.ratings.map(({ team, letter, by }) => [team, letter, by])).toEqual([
    ['team-2', 'U', 'p2'],
    ['team-1', 'U', 'p3'],
  ]);
  const unrate: RoomBody = { do: 'unrate', team: 'team-1', objective: 'O1' };
  expect(after(rate('P'), rate('U', 'team-2'), unrate).ratings).toHaveLength(1);
});

test('lines and improvements are known by their place; an improvement keeps who wrote it first', () => {
  const wash: RoomBody = { do: 'wash', team: 'team-1', kind: 'strength', text: 'calm' };
  const improve: RoomBody = { do: 'improve', team: 'team-1', item: item('') };
  const owned: RoomBody = { do: 'improve', team: 'team-1', id: 'i2', item: item('Ada') };
  const made = after(wash, improve, owned);
  expect(ofTeam(made.wash, 'team-1')).toEqual([
    { id: 'w1', kind: 'strength', text: 'calm', by: 'p1' },
  ]);
  expect(ofTeam(made.improvements, 'team-1')).toEqual([{ ...item('Ada'), id: 'i2', by: 'p2' }]);
  const foreign: RoomBody = { do: 'unimprove', team: 'team-2', id: 'i2' };
  expect(after(wash, improve, foreign).improvements).toHaveLength(1);
  const gone: RoomBody[] = [
    { do: 'unwash', team: 'team-1', id: 'w1' },
    { do: 'unimprove', team: 'team-1', id: 'i2' },
  ];
  expect(after(wash, improve, ...gone)).toEqual(EMPTY_DEBRIEF);
});

test('figures are the last ones of each team; a reset keeps how it is scored and shown, no more', () => {
  const scored = (team: string, points: number): RoomBody => ({
    do: 'scored',
    scored: { team, points } as Extract<RoomBody, { do: 'scored' }>['scored'],
  });
  const template = { name: 'mine' } as Extract<RoomBody, { do: 'template' }>['template'];
  const bodies: RoomBody[] = [
    { do: 'template', template },
    { do: 'pseudonyms', on: true },
    { do: 'share-debrief', on: true },
    scored('team-1', 1),
    scored('team-2', 2),
    scored('team-1', 3),
  ];
  expect(after(...bodies).scored.map(({ team, points }) => [team, points])).toEqual([
    ['team-2', 2],
    ['team-1', 3],
  ]);
  expect(after(...bodies, rate('P'), { do: 'reset' })).toEqual({
    ...EMPTY_DEBRIEF,
    template,
    pseudonyms: true,
  });
});

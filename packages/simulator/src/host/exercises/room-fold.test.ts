// Goal: the room is what its log says, nothing else, and no entry about a stranger changes it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RoomBody, RoomEntry } from '../../exercise/room.ts';
import { EMPTY_ROOM, foldRoom } from './room-fold.ts';

const entries = (...bodies: RoomBody[]): RoomEntry[] =>
  bodies.map((body, i) => ({ sequence: i + 1, wallMs: 1_000 * i, by: 'lead', body }));

const TEAM: RoomBody = { do: 'team', team: 'team-1', name: 'Red', runId: 'run-1' };
const ADA: RoomBody = { do: 'join', person: 'ada', name: 'Ada', kind: 'trainee', team: 'team-1' };

test('people join, sit, are ready, ask for help, are renamed and removed', () => {
  const seat = { do: 'seat', person: 'ada', team: 'team-1', roles: ['care'] } as const;
  const help = { do: 'help', person: 'ada', on: true } as const;
  const ready = { do: 'ready', person: 'ada' } as const;
  const rename = { do: 'rename', person: 'ada', name: 'A.' } as const;
  const room = foldRoom(entries(TEAM, ADA, seat, ready, help, rename));
  expect(room.people).toEqual([
    {
      id: 'ada',
      name: 'A.',
      kind: 'trainee',
      team: 'team-1',
      roles: ['care'],
      ready: true,
      help: true,
    },
  ]);
  expect(foldRoom(entries(TEAM, ADA, { do: 'remove', person: 'ada' })).people).toEqual([]);
});

test('a freeze stands until it is ended; one answer a person, the last one', () => {
  const answer = (low: number): RoomBody => ({
    ...{ do: 'freeze-answer', person: 'ada', low, high: 10, confidence: 90 },
  });
  const asked: RoomBody = { do: 'freeze', question: 'How many?', seconds: 60 };
  const frozen = foldRoom(entries(TEAM, ADA, { do: 'start' }, asked, answer(1), answer(2)));
  expect(frozen.state).toBe('frozen');
  expect(frozen.freeze).toEqual({
    ...{ id: 4, question: 'How many?', endsWallMs: 63_000, at: {} },
    answers: [{ by: 'ada', low: 2, high: 10, confidence: 90 }],
  });
  const after = foldRoom(entries({ do: 'unfreeze' }, answer(3)), frozen);
  expect(after).toMatchObject({ state: 'running', freeze: null, freezes: [frozen.freeze] });
});

test('a rewind moves the team and nothing else; a reset empties the room but for people and seats', () => {
  const start: RoomBody = { do: 'start' };
  const note: RoomBody = { do: 'note', team: null, at: null, objective: 'O1', text: 'x' };
  const begun = foldRoom(entries(TEAM, ADA, start, { do: 'phase', phase: 'notice' }, note));
  const moved = foldRoom(entries({ do: 'goes-on', team: 'team-1', runId: 'run-2', at: 7 }), begun);
  expect(moved.teams[0]).toMatchObject({ runId: 'run-2', earlier: [{ runId: 'run-1', until: 7 }] });
  expect({ ...moved, teams: begun.teams }).toEqual(begun);
  const reset = foldRoom(entries({ do: 'reset' }), moved);
  expect(reset).toEqual({
    ...EMPTY_ROOM,
    teams: [{ ...moved.teams[0], earlier: [] }],
    people: begun.people,
  });
});

test('whatever is said of people who are not there leaves the room as it was', () => {
  const stranger = fc.constantFrom<RoomBody>(
    { do: 'seat', person: 'nobody', team: 'team-1', roles: ['care'] },
    { do: 'rename', person: 'nobody', name: 'N' },
    { do: 'remove', person: 'nobody' },
    { do: 'ready', person: 'nobody' },
    { do: 'help', person: 'nobody', on: true },
    { do: 'look', person: 'nobody', at: '' },
    { do: 'freeze-answer', person: 'nobody', low: 0, high: 1, confidence: 50 },
  );
  const room = foldRoom(entries(TEAM, ADA));
  fc.assert(
    fc.property(fc.array(stranger), (bodies) => {
      expect(foldRoom(entries(...bodies), room)).toEqual(room);
    }),
  );
});

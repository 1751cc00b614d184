// Goal: nobody sees the truth of an exercise before it is theirs to see, nor anybody else's debrief.
import { expect, test } from 'vitest';
import { guestOf, PEOPLE, roomOf } from '../../../test/support/debrief-room.ts';
import { INSTRUCTOR } from '../../../test/support/service-run.ts';
import type { RoomBody } from '../../exercise/room.ts';
import type { Viewer } from '../service.ts';
import { debriefSight, mustLeadDebrief, mustSeeDebrief } from './debrief-sight.ts';

const EVERYBODY: readonly Viewer[] = [
  INSTRUCTOR,
  ...['lea', 'eva', 'seen', 'guest', 'ada', 'cy'].map((person) => guestOf(person)),
  guestOf('ada', 'elsewhere'),
  guestOf('stranger'),
];
const NAMES = ['i', 'lea', 'eva', 'seen', 'guest', 'ada', 'cy', 'elsewhere', 'stranger'];

/** Who sees the debrief of Red after these entries. */
async function seen(...bodies: RoomBody[]): Promise<string[]> {
  const room = await roomOf([...PEOPLE, ...bodies]);
  return NAMES.filter((_, i) => {
    try {
      mustSeeDebrief(EVERYBODY[i]!, room, 'team-1');
      return true;
    } catch {
      return false;
    }
  });
}

const START: RoomBody = { do: 'start' };
const END: RoomBody = { do: 'end' };
const SHARE: RoomBody = { do: 'share-debrief', on: true };

test('before the start nobody; then who leads, evaluates or was asked to look on', async () => {
  expect(await seen()).toEqual([]);
  expect(await seen(START)).toEqual(['i', 'lea', 'eva', 'seen']);
  expect(await seen(START, SHARE)).toEqual(['i', 'lea', 'eva', 'seen']);
  expect(await seen(START, END)).toEqual(['i', 'lea', 'eva', 'seen']);
});

test('the team when it is over and shared, not another team, and not once it is taken back', async () => {
  expect(await seen(START, END, SHARE)).toEqual(['i', 'lea', 'eva', 'seen', 'guest', 'ada']);
  const off: RoomBody = { do: 'share-debrief', on: false };
  expect(await seen(START, END, SHARE, off)).toEqual(['i', 'lea', 'eva', 'seen']);
  expect(await seen(START, END, SHARE, { do: 'reset' })).toEqual([]);
});

test('who plays leads nothing until the end, an instructor too', async () => {
  const me: RoomBody = { do: 'join', person: 'i', name: 'I', kind: 'trainee', team: 'team-1' };
  const playing = await roomOf([...PEOPLE, me, START]);
  expect(debriefSight(INSTRUCTOR, playing)).toMatchObject({ truth: false, trainee: true });
  expect(() => mustSeeDebrief(INSTRUCTOR, playing, 'team-1')).toThrow('not yours to see');
  expect(() => mustLeadDebrief(INSTRUCTOR, playing)).toThrow('only who leads');
  const over = await roomOf([...PEOPLE, me, START, END]);
  expect(mustSeeDebrief(INSTRUCTOR, over, 'team-1')).toMatchObject({ leads: true, rates: true });
});

test('evaluators rate, facilitators lead too, others only look', async () => {
  const room = await roomOf([...PEOPLE, START, END, SHARE]);
  const may = (viewer: Viewer) => {
    const { rates, leads, truth } = debriefSight(viewer, room);
    return [rates, leads, truth];
  };
  expect(may(guestOf('lea'))).toEqual([true, true, true]);
  expect(may(guestOf('eva'))).toEqual([true, false, true]);
  expect(may(guestOf('seen'))).toEqual([false, false, true]);
  expect(may(guestOf('ada'))).toEqual([false, false, false]);
  expect(() => mustSeeDebrief(guestOf('eva'), room, 'team-9')).toThrow('no such team');
});

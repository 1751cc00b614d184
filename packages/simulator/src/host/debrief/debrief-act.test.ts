// Goal: what is written in a debrief is written by whom it is asked of, and kept as the log says.
import { expect, test } from 'vitest';
import { guestOf, PEOPLE, roomOf } from '../../../test/support/debrief-room.ts';
import { INSTRUCTOR } from '../../../test/support/service-run.ts';
import type { DebriefAct } from '../../exercise/debrief-act.ts';
import type { RoomBody } from '../../exercise/room.ts';
import type { ExercisePlan } from '../../exercise/types.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import type { Viewer } from '../service.ts';
import { checkDebriefAct } from './debrief-act.ts';
import { debriefSight } from './debrief-sight.ts';

const PLAN = {
  phases: [
    { id: 'play', sim: { from: 0, to: 1 } },
    { id: 'hot-wash', sim: null },
  ],
  objectives: [{ id: 'O1' }],
} as unknown as ExercisePlan;

const ITEM = {
  ...{ text: 'rotate sooner', owner: 'Ada', due: null, measure: '', status: 'open' as const },
  ...{ objective: null, carries: null },
};
const RATE: DebriefAct = {
  do: 'rate',
  team: 'team-1',
  rating: { objective: 'O1', letter: 'S', observation: 'they asked', moments: ['c1'] },
};
const WASH: DebriefAct = { do: 'wash', team: 'team-1', kind: 'gap', text: 'late' };
const IMPROVE: DebriefAct = { do: 'improve', team: 'team-1', item: ITEM };

/** What a person may do in a room, as `yes` or the beginning of what stops it. */
function may(room: ExerciseRoom, viewer: Viewer, act: DebriefAct): string {
  try {
    checkDebriefAct(room, PLAN, debriefSight(viewer, room), act);
    return 'yes';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const over = (...bodies: RoomBody[]) =>
  roomOf([...PEOPLE, { do: 'start' }, { do: 'end' }, ...bodies]);

test('ratings are an evaluator’s; sharing, pseudonyms and the template of who leads', async () => {
  const room = await over();
  const leads: DebriefAct[] = [
    { do: 'share-debrief', on: true },
    { do: 'pseudonyms', on: true },
  ];
  for (const [person, rates, led] of [
    ['lea', 'yes', 'yes'],
    ['eva', 'yes', 'NOT_ALLOWED'],
    ['seen', 'NOT_ALLOWED', 'NOT_ALLOWED'],
    ['ada', 'NOT_ALLOWED', 'NOT_ALLOWED'],
  ] as const) {
    expect(may(room, guestOf(person), RATE)).toBe(rates);
    for (const act of leads) expect(may(room, guestOf(person), act)).toBe(led);
  }
  const other = { ...RATE, rating: { ...RATE.rating, objective: 'O9' } };
  expect(may(room, guestOf('eva'), other)).toBe('NO_SUCH');
  expect(may(room, INSTRUCTOR, { ...RATE, team: 'team-9' })).toBe('NO_SUCH');
});

test('a team writes into its own hot wash while that is open; others’ lines are not theirs', async () => {
  const playing = await roomOf([...PEOPLE, { do: 'start' }, { do: 'phase', phase: 'play' }]);
  expect(may(playing, guestOf('ada'), WASH)).toBe('NOT_ALLOWED');
  const wash = await roomOf([...PEOPLE, { do: 'start' }, { do: 'phase', phase: 'hot-wash' }]);
  expect(may(wash, guestOf('ada'), WASH)).toBe('yes');
  const room = await over(WASH, IMPROVE);
  expect(room.state.debrief.wash).toMatchObject([{ id: 'w13', by: 'i', kind: 'gap' }]);
  expect(may(room, guestOf('ada'), WASH)).toBe('yes');
  expect(may(room, guestOf('cy'), WASH)).toBe('NOT_ALLOWED');
  expect(may(room, guestOf('seen'), WASH)).toBe('NOT_ALLOWED');
  const unwash: DebriefAct = { do: 'unwash', team: 'team-1', id: 'w13' };
  expect(may(room, guestOf('ada'), unwash)).toBe('NOT_ALLOWED');
  expect(may(room, guestOf('eva'), unwash)).toBe('yes');
  expect(may(room, guestOf('eva'), { ...unwash, id: 'w99' })).toBe('NO_SUCH');
  const own: DebriefAct = { ...IMPROVE, id: 'i14', item: { ...ITEM, due: '2026-12-24' } };
  expect(may(room, guestOf('bo'), own)).toBe('yes');
  expect(may(room, guestOf('bo'), { do: 'unimprove', team: 'team-1', id: 'i14' })).toBe(
    'NOT_ALLOWED',
  );
});

test('a hot wash has an end', async () => {
  const room = await over(...Array.from({ length: 100 }, () => WASH as RoomBody));
  expect(may(room, guestOf('eva'), WASH)).toBe('TOO_MANY');
  expect(may(room, guestOf('eva'), { ...WASH, team: 'team-2' })).toBe('yes');
});

// Goal: who leads, who evaluates, who plays and who is nobody here, by seat and kind.
import { expect, test } from 'vitest';
import type { SeatKind } from '../../router/exercise-types.ts';
import type { Viewer } from '../service.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import { mustBeIn, mustControl, mustEvaluate, mustInstruct, standingOf } from './standing.ts';

const people = (['trainee', 'observer', 'evaluator', 'facilitator'] as const).map((kind) => ({
  ...{ id: kind, name: kind, kind, team: null, roles: [], ready: false, help: false },
}));
const roomIn = (state: string, solo = false): ExerciseRoom =>
  ({
    id: 'here',
    record: { settings: { solo, name: 'Monday' } },
    state: { state },
    person: (id: string) => people.find((person) => person.id === id) ?? null,
  }) as unknown as ExerciseRoom;
const room = roomIn('running');

const guest = (person: SeatKind, exerciseId = 'here'): Viewer => ({
  ...{ id: person, name: person, role: 'trainee' },
  seat: { exerciseId, person },
});
const instructor: Viewer = { id: 'i', name: 'I', role: 'instructor' };

test('instructors and co-facilitators lead; evaluators see the desk; nobody else does', () => {
  const may = (viewer: Viewer) => {
    const { control, evaluates } = standingOf(viewer, room);
    return [control, evaluates];
  };
  expect(may(instructor)).toEqual([true, true]);
  expect(may(guest('facilitator'))).toEqual([true, true]);
  expect(may(guest('evaluator'))).toEqual([false, true]);
  expect(may(guest('observer'))).toEqual([false, false]);
  expect(may(guest('trainee'))).toEqual([false, false]);
  expect(() => mustControl(guest('evaluator'), room)).toThrow('only who leads');
  expect(() => mustEvaluate(guest('observer'), room)).toThrow('see the desk');
});

test('whoever plays alone leads, and sees the desk only when it is over', () => {
  const me: Viewer = { id: 'trainee', name: 'I', role: 'instructor' };
  const alone = (state: string) => roomIn(state, true);
  expect(standingOf(me, alone('running'))).toMatchObject({ control: true, evaluates: false });
  expect(() => mustEvaluate(me, alone('lobby'))).toThrow('play this exercise alone');
  expect(standingOf(me, alone('ended'))).toMatchObject({ control: true, evaluates: true });
  expect(standingOf(instructor, alone('running')).evaluates).toBe(true);
});

test('a guest of another exercise is nobody here, whatever they are there', () => {
  const elsewhere = guest('facilitator', 'elsewhere');
  expect(standingOf(elsewhere, room)).toEqual({ control: false, evaluates: false, person: null });
  expect(() => mustBeIn(elsewhere, room)).toThrow('not in this exercise');
  expect(mustBeIn(guest('trainee'), room).id).toBe('trainee');
});

test('exercises are made and removed by instructors alone', () => {
  expect(() => mustInstruct(guest('facilitator'))).toThrow('only an instructor');
  mustInstruct(instructor);
});

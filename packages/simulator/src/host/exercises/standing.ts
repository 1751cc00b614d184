import { badInput } from '@dwell/core';
import type { Viewer } from '../service.ts';
import { seatRefuses } from './needs.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import type { RoomPerson } from './room-fold.ts';

/** What somebody is in an exercise. */
export type Standing = {
  /** Leads it: an instructor, or a co-facilitator. */
  control: boolean;
  /** May look at the desk and write notes, ground truth included. */
  evaluates: boolean;
  person: RoomPerson | null;
};

/** Who a viewer is among people: a guest's seat, or an instructor's own. */
export function personId(viewer: Viewer): string {
  return viewer.seat?.person ?? viewer.id;
}

/** What this viewer is in this exercise. A guest of another exercise is nobody here. */
export function standingOf(viewer: Viewer, room: ExerciseRoom): Standing {
  const elsewhere = viewer.seat !== undefined && viewer.seat.exerciseId !== room.id;
  const person = elsewhere ? null : room.person(personId(viewer));
  const control = viewer.role === 'instructor' || person?.kind === 'facilitator';
  const evaluates = (control || person?.kind === 'evaluator') && !playsAlone(person, room);
  return { control, evaluates, person };
}

/** Whoever plays alone leads too, and is told the truth at the end like anybody who plays. */
function playsAlone(person: RoomPerson | null, { record, state }: ExerciseRoom): boolean {
  return record.settings.solo && person?.kind === 'trainee' && state.state !== 'ended';
}

/** Errors: `NOT_ALLOWED` unless the viewer leads the exercise. */
export function mustControl(viewer: Viewer, room: ExerciseRoom): void {
  if (!standingOf(viewer, room).control)
    throw seatRefuses('only who leads the exercise may do this', 'ask the facilitator');
}

/** Errors: `NOT_ALLOWED` unless the viewer leads or evaluates; `PLAYING` while they play it alone. */
export function mustEvaluate(viewer: Viewer, room: ExerciseRoom): void {
  const { evaluates, person } = standingOf(viewer, room);
  if (playsAlone(person, room)) {
    const todo = 'go back to your seat; the desk opens when the exercise has ended';
    throw badInput('PLAYING', 'you play this exercise alone', room.record.settings.name, todo);
  }
  if (!evaluates)
    throw seatRefuses('only facilitators and evaluators see the desk', 'ask the facilitator');
}

/** Somebody in the room. Errors: `NOT_ALLOWED`. */
export function mustBeIn(viewer: Viewer, room: ExerciseRoom): RoomPerson {
  const { person } = standingOf(viewer, room);
  if (!person) throw seatRefuses('you are not in this exercise', 'join it by its code');
  return person;
}

/** Errors: `NOT_ALLOWED` unless an instructor asks. */
export function mustInstruct(viewer: Viewer): void {
  if (viewer.role !== 'instructor')
    throw seatRefuses('only an instructor may do this', 'ask the instructor');
}

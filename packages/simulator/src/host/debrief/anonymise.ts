import { badInput } from '@dwell/core';
import type { RoomBody } from '../../exercise/room.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import type { HostPorts } from '../ports.ts';
import { pseudonymsOf, throughTexts, unnamer } from './pseudonyms.ts';

/**
 * Takes the names of everybody who was in an exercise out of what is kept of it, for good: in its room
 * log, where they came in and wherever somebody wrote them, and in the accounts of guests, whose
 * sessions end. Doing it again changes nothing. Errors: `NOT_ENDED` while it goes on.
 */
export async function anonymiseExercise(
  { ports }: { ports: HostPorts },
  room: ExerciseRoom,
  by: string,
): Promise<void> {
  if (room.state.state !== 'ended') {
    const todo = 'end the exercise first';
    throw badInput('NOT_ENDED', 'people still play it', room.record.settings.name, todo);
  }
  const { entries } = room.tail;
  const names = pseudonymsOf(entries);
  const unname = unnamer(entries, names);
  await room.tail.rewrite(by, (body) => nameless(body, names, unname));
  await ports.door?.anonymise(room.id, names);
}

function nameless(
  body: RoomBody,
  names: ReadonlyMap<string, string>,
  unname: (text: string) => string,
): RoomBody {
  if (body.do === 'join' || body.do === 'rename')
    return { ...body, name: names.get(body.person) ?? body.person };
  // A template is nobody's, and a team's name is the team's.
  return body.do === 'template' || body.do === 'team' ? body : throughTexts(body, unname);
}

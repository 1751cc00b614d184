import type { Role } from '../../scenario/roles.ts';
import type { Viewer } from '../service.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import { standingOf } from './standing.ts';

/** The viewer's seat in the team that plays this run now; null when there is none in these rooms. */
export async function seatIn(
  rooms: readonly ExerciseRoom[],
  viewer: Viewer,
  runId: string,
): Promise<{ exerciseId: string; roles: readonly Role[] } | null> {
  for (const room of rooms) {
    const { person } = standingOf(viewer, room);
    const team = room.state.teams.find((each) => each.id === person?.team);
    if (!person || team?.runId !== runId) continue;
    return { exerciseId: room.id, roles: await room.rolesOf(person) };
  }
  return null;
}

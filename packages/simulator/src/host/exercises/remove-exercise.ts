import type { ExerciseRoom } from './exercise-room.ts';
import type { ExerciseParts } from './parts.ts';
import type { Rooms } from './rooms.ts';

/** Does away with an exercise: its runs, its people's sessions, its log. */
export async function removeExercise(
  { ports, removeRun }: ExerciseParts,
  rooms: Rooms,
  room: ExerciseRoom,
): Promise<void> {
  const { id } = room;
  const { teams, people } = room.state;
  const runs = teams.flatMap(({ runId, earlier }) => [runId, ...earlier.map((run) => run.runId)]);
  await rooms.forget(id);
  // A run that is gone already is what is wanted.
  for (const runId of runs) await removeRun(runId).catch(() => undefined);
  for (const person of people) await ports.door?.revoke(id, person.id);
  await ports.exercises.remove(id);
}

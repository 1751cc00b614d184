import type { Text } from '../../scenario/types.ts';
import type { ProgressRow } from '../debrief-service.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import { exerciseShelfCards } from '../exercises/shelf.ts';

/** What an exercise came to, a row a team that was scored; none while it goes on. */
export function progressRows({ record, state }: ExerciseRoom): ProgressRow[] {
  const { endedAtWallMs, teams, debrief } = state;
  if (state.state !== 'ended' || endedAtWallMs === null) return [];
  const { name, exercise } = record.settings;
  return teams.flatMap((team) => {
    const scored = debrief.scored.find((each) => each.team === team.id);
    if (!scored) return [];
    const { team: _, runId: __, ...figures } = scored;
    const title = titleOf(exercise) ?? { en: name, ko: name };
    return [
      {
        exerciseId: record.id,
        name,
        exercise,
        title,
        endedWallMs: endedAtWallMs,
        team: team.name,
        ...figures,
      },
    ];
  });
}

/** Null for a file that is not on the shelf. */
function titleOf(exercise: string): Text | null {
  return exerciseShelfCards().find(({ name }) => name === exercise)?.title ?? null;
}

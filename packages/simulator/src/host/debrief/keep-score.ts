import type { Debrief } from '../../debrief/types.ts';
import type { ExerciseRoom } from '../exercises/exercise-room.ts';
import { SYSTEM } from '../exercises/system.ts';
import { scoredOf } from './scored-of.ts';

/** Keeps what a team came to, when it is not what is kept already. */
export async function keepScore(
  room: ExerciseRoom,
  team: string,
  debrief: Debrief,
  runId: string,
): Promise<void> {
  const scored = scoredOf(debrief, team, runId);
  await room.tail
    .append(({ state, debrief: { scored: before } }) => {
      const there = before.find((each) => each.team === team);
      if (state !== 'ended' || JSON.stringify(there) === JSON.stringify(scored)) return null;
      return { by: SYSTEM, body: { do: 'scored', scored } };
    })
    .catch((error: unknown) => {
      process.stderr.write(`debrief: a score was not kept: ${String(error)}\n`);
    });
}

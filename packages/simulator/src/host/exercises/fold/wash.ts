import type { ExercisePlan } from '../../../exercise/types.ts';
import type { ConsoleSections } from '../../../router/exercise-types.ts';
import { ofTeam } from '../room-debrief.ts';
import type { RoomState } from '../room-fold.ts';

/** May a team write into its hot wash? In the last phase, when its clock stands, and after the end. */
export function washIsOpen({ state, phase }: RoomState, { phases }: ExercisePlan): boolean {
  if (state === 'ended') return true;
  const last = phases.at(-1);
  return state === 'running' && last?.sim === null && phase === last.id;
}

/** The hot wash of a team as its people see it. */
export function washSection(
  room: RoomState,
  plan: ExercisePlan,
  team: string,
): ConsoleSections['wash'] {
  const { wash, improvements, shared } = room.debrief;
  const open = washIsOpen(room, plan);
  return {
    open,
    lines: open ? ofTeam(wash, team) : [],
    improvements: open ? ofTeam(improvements, team) : [],
    shared: shared && room.state === 'ended',
  };
}

import type { Door } from '../../router/exercise-types.ts';
import type { ExerciseRoom } from './exercise-room.ts';

/** What a join page shows before anybody has joined: teams and seats, and nothing of the plan. */
export async function doorOf(room: ExerciseRoom): Promise<Door> {
  const { record, state } = room;
  const { cards } = await room.plan();
  return {
    exerciseId: record.id,
    name: record.settings.name,
    state: state.state,
    teams: state.teams.map(({ id, name }) => ({
      id,
      name,
      seats: cards.map(({ role, title }) => ({
        role,
        title,
        taken: state.people.filter((person) => person.team === id && person.roles.includes(role))
          .length,
      })),
    })),
  };
}

import type { ExerciseRecord } from '../../../exercise/room.ts';
import type { ExercisePlan, Tool } from '../../../exercise/types.ts';
import type { ConsoleSections, PersonCard, TeamCard } from '../../../router/exercise-types.ts';
import type { Role } from '../../../scenario/roles.ts';
import type { RoomPerson, RoomState, RoomTeam } from '../room-fold.ts';

/** Who is connected and when somebody last did something; kept in memory alone. */
export type PresenceOf = (person: string) => { connected: boolean; lastActWallMs: number | null };

/** The seats of a team: who sits in each role of the plan, and the bot for the time nobody does. */
export function teamCard(
  { settings }: ExerciseRecord,
  roles: readonly Role[],
  room: RoomState,
  team: RoomTeam,
): TeamCard {
  const { id, name, runId, bots } = team;
  const seats = roles.map((role) => ({
    role,
    people: room.people
      .filter((person) => person.team === id && person.roles.includes(role))
      .map((person) => person.id),
    bot: bots[role] === undefined ? settings.difficulty.staffing : bots[role],
  }));
  return { id, name, runId, seats };
}

/** A person with what presence knows of them. */
export function personCard(person: RoomPerson, presence: PresenceOf): PersonCard {
  const { id, name, kind, team, roles, ready, help } = person;
  return { id, name, kind, team, roles, ready, help, ...presence(id) };
}

/** Everything about the room that one person is told. Others' last acts are the facilitator's to see. */
export function roomSection(given: {
  record: ExerciseRecord;
  plan: ExercisePlan;
  room: RoomState;
  team: RoomTeam;
  person: RoomPerson;
  roles: readonly Role[];
  presence: PresenceOf;
}): ConsoleSections['room'] {
  const { record, plan, room, team, person, roles, presence } = given;
  const mates = room.people.filter((each) => each.team === team.id || each.kind !== 'trainee');
  const cards = plan.cards.filter((card) => roles.includes(card.role));
  const card = (each: RoomPerson) => ({ ...personCard(each, presence), lastActWallMs: null });
  return {
    exerciseId: record.id,
    name: record.settings.name,
    state: room.state,
    team: teamCard(
      record,
      plan.cards.map((each) => each.role),
      room,
      team,
    ),
    runId: team.runId,
    me: card(person),
    people: mates.map(card),
    cards,
    tools: [...new Set(cards.flatMap((each): readonly Tool[] => each.tools))],
    phases: plan.phases,
    phase: room.phase,
    objectives: plan.objectives,
    said: room.said,
    freeze: freezeOf(room, person),
    startedAtWallMs: room.startedAtWallMs,
  };
}

function freezeOf({ freeze }: RoomState, person: RoomPerson): ConsoleSections['room']['freeze'] {
  if (!freeze) return null;
  const { id, question, endsWallMs, answers } = freeze;
  return { id, question, endsWallMs, answered: answers.some(({ by }) => by === person.id) };
}

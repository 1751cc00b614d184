import { badInput } from '@dwell/core';
import type { RoomBody } from '../../exercise/room.ts';
import type { SeatAct } from '../exercise-service.ts';
import { seatRefuses } from './needs.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import { allRoles } from './fold/audience.ts';
import type { RoomPerson } from './room-fold.ts';

/** Does what somebody asks of their own seat. Errors: `NOT_ALLOWED`, `NO_SUCH`, `NO_FREEZE`. */
export async function sit(room: ExerciseRoom, person: RoomPerson, act: SeatAct): Promise<void> {
  const { id } = person;
  const append = (body: RoomBody) => room.tail.append(() => ({ by: id, body }));
  switch (act.do) {
    case 'ready':
      await append({ do: 'ready', person: id });
      break;
    case 'help':
      await append({ do: 'help', person: id, on: act.on });
      break;
    case 'choose':
      await choose(room, person, act);
      break;
    case 'freeze-answer':
      if (!room.state.freeze)
        throw badInput('NO_FREEZE', 'the question is closed', 'freeze', 'wait for the next one');
      await append({ ...act, person: id });
      break;
  }
}

/** Before the start anybody chooses; later only who has no role yet: then the facilitator moves people. */
async function choose(
  room: ExerciseRoom,
  person: RoomPerson,
  { team, roles }: Extract<SeatAct, { do: 'choose' }>,
): Promise<void> {
  if (person.kind !== 'trainee') throw seatRefuses('only trainees take roles', 'watch the team');
  if (room.state.state !== 'lobby' && person.roles.length > 0)
    throw seatRefuses('roles are settled once it has begun', 'ask the facilitator to move you');
  room.team(team);
  const known = allRoles(await room.plan());
  const missing = roles.find((role) => !known.includes(role));
  if (missing) throw badInput('NO_SUCH', `nobody plays ${missing} here`, 'roles', 'choose another');
  await room.tail.append(() => ({
    by: person.id,
    body: { do: 'seat', person: person.id, team, roles },
  }));
}

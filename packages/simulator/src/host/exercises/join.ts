import { randomUUID } from 'node:crypto';
import { badInput } from '@dwell/core';
import type { SeatKind } from '../../router/exercise-types.ts';
import type { Role } from '../../scenario/roles.ts';
import type { Invitation } from '../exercise-service.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import { allRoles } from './fold/audience.ts';

/** People in one exercise at most. */
const PEOPLE_MAX = 300;

/** Lets somebody in. Errors: `ENDED`, `TOO_MANY`, `NO_SUCH`. */
export async function joinRoom(
  room: ExerciseRoom,
  ask: { name: string; kind: SeatKind; team?: string; roles?: readonly Role[]; person: string },
): Promise<void> {
  const { name, kind, person, roles = [] } = ask;
  const { state, record } = room;
  if (state.state === 'ended')
    throw badInput('ENDED', 'this exercise is over', record.settings.name, 'ask for the next one');
  if (state.people.length >= PEOPLE_MAX)
    throw badInput('TOO_MANY', 'the room is full', record.settings.name, 'ask the facilitator');
  const team = ask.team ?? (state.teams.length === 1 ? state.teams[0]!.id : null);
  if (team !== null) room.team(team);
  await room.tail.append(() => ({ by: person, body: { do: 'join', person, name, kind, team } }));
  if (kind !== 'trainee' || team === null || roles.length === 0) return;
  const known = allRoles(await room.plan());
  const held = roles.filter((role) => known.includes(role));
  await room.tail.append(() => ({ by: person, body: { do: 'seat', person, team, roles: held } }));
}

/** Makes somebody who comes by a link of their own; returns their id. Errors: as `joinRoom`. */
export async function invite(
  room: ExerciseRoom,
  by: string,
  { name, kind, team }: Invitation,
): Promise<string> {
  if (team !== null) room.team(team);
  const person = randomUUID();
  if (room.state.people.length >= PEOPLE_MAX) {
    const { name: where } = room.record.settings;
    throw badInput('TOO_MANY', 'the room is full', where, 'remove somebody');
  }
  await room.tail.append(() => ({ by, body: { do: 'join', person, name, kind, team } }));
  return person;
}

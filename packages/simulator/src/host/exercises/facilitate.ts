import { badInput } from '@dwell/core';
import type { RoomBody } from '../../exercise/room.ts';
import type { RoomAct } from '../exercise-service.ts';
import type { ExerciseRoom } from './exercise-room.ts';
import { allRoles } from './fold/audience.ts';
import type { Freezes } from './freezes.ts';
import type { TeamClocks } from './team-clocks.ts';

/** What a facilitator's act needs around the room. */
export type Control = {
  room: ExerciseRoom;
  clocks: TeamClocks;
  freezes: Freezes;
  /** Ends the sessions of somebody who was removed. */
  revoke(person: string): Promise<void>;
};

/** Does what a facilitator asks of people and the room. Errors: `NO_SUCH`, `NOT_STARTED`, `ENDED`. */
export async function facilitate(control: Control, by: string, act: RoomAct): Promise<void> {
  const { room, clocks, freezes } = control;
  const append = (body: RoomBody) => room.tail.append(() => ({ by, body }));
  switch (act.do) {
    case 'seat':
      await checkSeat(room, act);
      await append(act);
      break;
    case 'bot':
      room.team(act.team);
      await append(act);
      break;
    case 'rename':
      mustKnow(room, act.person);
      await append(act);
      break;
    case 'remove':
      mustKnow(room, act.person);
      await append(act);
      await control.revoke(act.person);
      break;
    case 'start':
      await start(control, by);
      break;
    case 'end':
      await append({ do: 'end' });
      freezes.close();
      await clocks.pause();
      break;
    case 'phase':
      await phase(control, by, act.phase);
      break;
    case 'say':
      await append({ ...act, kind: 'say' });
      break;
    case 'freeze':
      mustRun(room);
      await freezes.begin(by, act.question, act.seconds);
      break;
    case 'unfreeze':
      await freezes.end(by);
      break;
    case 'note': {
      const at = act.team === null ? null : (await room.table(act.team)).now;
      await append({ ...act, at });
      break;
    }
  }
}

function mustKnow(room: ExerciseRoom, person: string): void {
  if (!room.person(person))
    throw badInput(
      'NO_SUCH',
      'there is no such person',
      person.slice(0, 64),
      'choose one of the room',
    );
}

/** Errors: `NOT_STARTED`, `ENDED`. */
export function mustRun({ state: { state }, record }: ExerciseRoom): void {
  const { name } = record.settings;
  if (state === 'lobby')
    throw badInput('NOT_STARTED', 'the exercise has not begun', name, 'start it first');
  if (state === 'ended')
    throw badInput('ENDED', 'the exercise is over', name, 'reset it to play again');
}

async function checkSeat(
  room: ExerciseRoom,
  { person, team, roles }: Extract<RoomAct, { do: 'seat' }>,
): Promise<void> {
  mustKnow(room, person);
  room.team(team);
  const known = allRoles(await room.plan());
  const missing = roles.find((role) => !known.includes(role));
  if (missing) throw badInput('NO_SUCH', `nobody plays ${missing} here`, 'roles', 'choose another');
}

async function start({ room, clocks }: Control, by: string): Promise<void> {
  await clocks.mustBeReady();
  await room.tail.append(({ state }) => (state === 'lobby' ? { by, body: { do: 'start' } } : null));
  const [first] = (await room.plan()).phases;
  if (!first || room.state.phase !== null) return;
  await room.tail.append(() => ({ by, body: { do: 'phase', phase: first.id } }));
  await clocks.phase(first);
}

async function phase({ room, clocks }: Control, by: string, id: string): Promise<void> {
  mustRun(room);
  const found = (await room.plan()).phases.find((each) => each.id === id);
  if (!found)
    throw badInput('NO_SUCH', 'there is no such phase', id, 'choose one of the programme');
  await room.tail.append(() => ({ by, body: { do: 'phase', phase: id } }));
  if (room.state.state === 'running') await clocks.phase(found);
}

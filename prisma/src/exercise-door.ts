import { badInput } from '@dwell/core';
import type { ExerciseDoor, RoomEntry } from '@dwell/simulator/router';
import type { Database } from './database.ts';
import { noSuchExercise } from './database-error.ts';
import { anonymiseGuests, createGuest, revokeGuest } from './guests.ts';
import { createSeatLink } from './seat-link.ts';

/** Addresses of the web door's pages. */
export type DoorUrls = { join(code: string): string; seat(token: string): string };

/** The name a person has by the room log; null: nobody of that id is there. */
function nameIn(entries: readonly RoomEntry[], person: string): string | null {
  let name: string | null = null;
  for (const { body } of entries) {
    if (!('person' in body) || body.person !== person) continue;
    if (body.do === 'join' || body.do === 'rename') name = body.name;
    if (body.do === 'remove') name = null;
  }
  return name;
}

function noLink(what: string, person: string): Error {
  return badInput('NO_LINK', what, `person ${person.slice(0, 64)}`, 'choose somebody of the room');
}

/** Sessions and links of an exercise's people, in the database. */
export function exerciseDoor(
  { prisma, exercises, roomLog }: Pick<Database, 'prisma' | 'exercises' | 'roomLog'>,
  urls: DoorUrls,
): ExerciseDoor {
  return {
    joinUrl: (code) => urls.join(code),
    async seatLink(exerciseId, { person }) {
      if (!(await exercises.get(exerciseId))) throw noSuchExercise(exerciseId);
      const known = await prisma.guest.findUnique({ where: { id: person } });
      if (known?.revoked || (known && known.exerciseId !== exerciseId))
        throw noLink('this person was sent away', person);
      if (!known) {
        // Who leads has an account, and a guest's session would be somebody else's.
        if (await prisma.user.findUnique({ where: { id: person } }))
          throw noLink('this person signs in with an account', person);
        const name = nameIn(await roomLog(exerciseId).read(), person);
        if (name === null) throw noLink('there is no such person', person);
        await createGuest(prisma, { exerciseId, id: person, name });
      }
      return { url: urls.seat(await createSeatLink(prisma, person)) };
    },
    anonymise: (exerciseId, names) => anonymiseGuests(prisma, exerciseId, names),
    revoke: (exerciseId, person) => revokeGuest(prisma, { id: person, exerciseId }),
  };
}

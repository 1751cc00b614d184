import { expect, test } from 'vitest';
import { tempDatabase } from '../test/temp-home.ts';
import { exerciseDoor } from './exercise-door.ts';
import { createGuest, guestOf } from './guests.ts';
import { useSeatLink } from './seat-link.ts';

// Goal: a link is made for people of the room alone, and whoever is sent away cannot use it.

async function room() {
  const database = await tempDatabase();
  const settings = { name: 'An exercise' } as never;
  const one = { id: 'e', code: 'ABC234', settings, createdBy: null, createdAtWallMs: 0 };
  await database.exercises.create(one);
  await database.exercises.create({ ...one, id: 'other', code: 'XYZ789' });
  const door = exerciseDoor(database, {
    join: (code) => `http://dwell/join/${code}`,
    seat: (token) => `http://dwell/seat?token=${token}`,
  });
  const tokenOf = async (person: string, exerciseId = 'e') =>
    new URL((await door.seatLink(exerciseId, { person })).url).searchParams.get('token')!;
  return { ...database, door, tokenOf };
}

test('somebody invited becomes a guest by the link, under the name the room has', async () => {
  const { prisma, roomLog, tokenOf, door } = await room();
  const join = { do: 'join', person: 'p', name: 'Eva', kind: 'evaluator', team: null } as const;
  await roomLog('e').append({ sequence: 1, wallMs: 0, by: 'i', body: join });
  const rename = { do: 'rename', person: 'p', name: 'Eva K.' } as const;
  await roomLog('e').append({ sequence: 2, wallMs: 0, by: 'i', body: rename });
  const session = await useSeatLink(prisma, await tokenOf('p'));
  const eva = { id: 'p', exerciseId: 'e', name: 'Eva K.' };
  expect(await guestOf(prisma, session!.token)).toEqual(eva);
  const again = await tokenOf('p');
  await door.revoke('e', 'p');
  expect(await useSeatLink(prisma, again)).toBeNull();
  await expect(tokenOf('p')).rejects.toMatchObject({ code: 'NO_LINK' });
});

test('there is no link for strangers, for accounts, or into another exercise', async () => {
  const { prisma, tokenOf } = await room();
  await prisma.user.create({ data: { id: 'u', name: 'N', email: 'n@example.com' } });
  const { id } = await createGuest(prisma, { exerciseId: 'e', name: 'Ada' });
  for (const [person, exercise] of [
    ['nobody', 'e'],
    ['u', 'e'],
    [id, 'other'],
  ] as const)
    await expect(tokenOf(person, exercise)).rejects.toMatchObject({ code: 'NO_LINK' });
  await expect(tokenOf(id, 'gone')).rejects.toMatchObject({ code: 'NO_SUCH_EXERCISE' });
});

test('anonymised guests have other names and no way in; those of other exercises keep theirs', async () => {
  const { prisma, door, tokenOf, roomLog } = await room();
  const join = { do: 'join', person: 'p', name: 'Eva', kind: 'evaluator', team: null } as const;
  await roomLog('e').append({ sequence: 1, wallMs: 0, by: 'i', body: join });
  const eva = await useSeatLink(prisma, await tokenOf('p'));
  const ada = await createGuest(prisma, { exerciseId: 'e', name: 'Ada', id: 'q' });
  const bo = await createGuest(prisma, { exerciseId: 'other', name: 'Bo' });
  const link = await tokenOf('q');
  const names = new Map([
    ['p', 'evaluator 1'],
    ['q', 'care 1'],
    [bo.id, 'care 2'],
  ]);
  await door.anonymise('e', names);
  await door.anonymise('e', names);
  const kept = await prisma.guest.findMany({ where: { exerciseId: 'e' }, orderBy: { id: 'asc' } });
  expect(kept.map(({ name, nameKey }) => [name, nameKey])).toEqual([
    ['evaluator 1', 'p'],
    ['care 1', 'q'],
  ]);
  for (const { token } of [eva!, ada]) expect(await guestOf(prisma, token)).toBeNull();
  expect(await useSeatLink(prisma, link)).toBeNull();
  expect(await guestOf(prisma, bo.token)).toMatchObject({ name: 'Bo' });
});

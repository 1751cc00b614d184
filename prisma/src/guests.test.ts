import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { tempDatabase } from '../test/temp-home.ts';
import type { Database } from './database.ts';
import { createGuest, guestOf, renewGuest, revokeGuest } from './guests.ts';
import { createSeatLink, readSeatLink, useSeatLink } from './seat-link.ts';

// Goal: a guest's session is one person's in one exercise, ends in time or by hand, and a link works once.

const noon = new Date('2025-01-01T12:00:00Z');
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

async function exercise({ exercises }: Database, code = 'ABC234'): Promise<string> {
  const id = randomUUID();
  const settings = { name: 'An exercise' } as Parameters<typeof exercises.create>[0]['settings'];
  await exercises.create({ id, code, settings, createdBy: null, createdAtWallMs: 0 });
  return id;
}

test('a session is its person’s for 72 hours; the database holds its hash alone', async () => {
  const database = await tempDatabase();
  const { prisma } = database;
  const exerciseId = await exercise(database);
  const { token, ...person } = await createGuest(prisma, { exerciseId, name: '김하나' }, noon);
  expect(await guestOf(prisma, token, later(71))).toEqual(person);
  expect(await guestOf(prisma, token, later(72))).toBeNull();
  expect(await guestOf(prisma, 'invented', noon)).toBeNull();
  expect(JSON.stringify(await prisma.guest.findMany())).not.toContain(token);
});

test('nobody in an exercise has another’s name, not even of those who come at once', async () => {
  const database = await tempDatabase();
  const [one, other] = [await exercise(database), await exercise(database, 'XYZ789')];
  const named = (exerciseId: string, name: string) =>
    createGuest(database.prisma, { exerciseId, name }, noon).then((guest) => guest.name);
  const names = await Promise.all(['Ada', 'Ada', 'ADA'].map((name) => named(one, name)));
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
  expect(await named(other, 'Ada')).toBe('Ada');
});

test('a link starts the session anew in another browser, once, and ends the one before', async () => {
  const database = await tempDatabase();
  const { prisma } = database;
  const exerciseId = await exercise(database);
  const { token, ...person } = await createGuest(prisma, { exerciseId, name: 'Ada' }, noon);
  const link = await createSeatLink(prisma, person.id, later(70));
  expect(await readSeatLink(prisma, link, later(94))).toBeNull();
  expect(await readSeatLink(prisma, link, later(71))).toEqual(person);
  expect(await guestOf(prisma, token, later(71))).toEqual(person);
  const uses = await Promise.all([1, 2, 3].map(() => useSeatLink(prisma, link, later(71))));
  const [again, ...more] = uses.filter((use) => use !== null);
  expect(more).toEqual([]);
  expect(await guestOf(prisma, token, later(71))).toBeNull();
  expect(await guestOf(prisma, again!.token, later(142))).toEqual(person);
  expect(await useSeatLink(prisma, 'invented', noon)).toBeNull();
});

test('somebody sent away stays away: no session, no link', async () => {
  const database = await tempDatabase();
  const { prisma } = database;
  const exerciseId = await exercise(database);
  const { token, id } = await createGuest(prisma, { exerciseId, name: 'Ada' }, noon);
  const link = await createSeatLink(prisma, id, noon);
  await revokeGuest(prisma, { id, exerciseId: 'another' });
  expect(await guestOf(prisma, token, noon)).toMatchObject({ id });
  await revokeGuest(prisma, { id, exerciseId });
  expect(await guestOf(prisma, token, noon)).toBeNull();
  expect(await renewGuest(prisma, id, noon)).toBeNull();
  expect(await useSeatLink(prisma, link, noon)).toBeNull();
});

test('removing an exercise ends the sessions of its guests', async () => {
  const database = await tempDatabase();
  const exerciseId = await exercise(database);
  const { token, id } = await createGuest(database.prisma, { exerciseId, name: 'Ada' }, noon);
  await createSeatLink(database.prisma, id);
  await database.exercises.remove(exerciseId);
  expect(await guestOf(database.prisma, token, noon)).toBeNull();
  expect(await database.prisma.seatLink.count()).toBe(0);
});

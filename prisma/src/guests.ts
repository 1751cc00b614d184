import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { isTaken } from './database-error.ts';
import type { PrismaClient } from './generated/client.ts';

const HOUR_MS = 3_600_000;
/** How long a guest's session lasts: the longest exercise takes 72 hours. */
export const GUEST_HOURS = 72;
const TRIES = 50;

/** Somebody in an exercise without an account. `id` is the person's id in the room log. */
export type GuestPerson = { id: string; exerciseId: string; name: string };

/** A person with the token of the session: told once, never kept. */
export type NewSession = GuestPerson & { token: string };

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
export const newToken = (): string => randomBytes(24).toString('base64url');

const sessionEnd = (now: Date): Date => new Date(now.getTime() + GUEST_HOURS * HOUR_MS);

/** The name, or the name with the first number that nobody in the exercise has. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name} (${n})`;
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}

/**
 * Lets somebody in: a person with a session of 192 random bits. Who has the name of somebody in the
 * exercise gets a number behind it. `id`: of a person who is in the room log already. Errors: those
 * of the database when there is no such exercise.
 */
export async function createGuest(
  prisma: PrismaClient,
  ask: { exerciseId: string; name: string; id?: string },
  now: Date = new Date(),
): Promise<NewSession> {
  const { exerciseId, id = randomUUID() } = ask;
  const token = newToken();
  for (let attempt = 1; ; attempt++) {
    const there = await prisma.guest.findMany({ where: { exerciseId }, select: { nameKey: true } });
    const taken = new Set(there.map(({ nameKey }) => nameKey));
    const person = { id, exerciseId, name: freeName(ask.name, taken) };
    const nameKey = person.name.toLowerCase();
    const session = { tokenHash: hashOf(token), createdAt: now, expiresAt: sessionEnd(now) };
    try {
      await prisma.guest.create({ data: { ...person, nameKey, ...session } });
      return { ...person, token };
    } catch (error) {
      // Somebody of that name came in at the same moment.
      if (!isTaken(error) || attempt === TRIES) throw error;
    }
  }
}

/** Whose session this is; null when it has ended, was ended, or never was. */
export async function guestOf(
  prisma: PrismaClient,
  token: string,
  now: Date = new Date(),
): Promise<GuestPerson | null> {
  const found = await prisma.guest.findUnique({ where: { tokenHash: hashOf(token) } });
  if (!found || found.revoked || found.expiresAt <= now) return null;
  const { id, exerciseId, name } = found;
  return { id, exerciseId, name };
}

/** A new session of the same person, which ends the one before; null for somebody sent away. */
export async function renewGuest(
  prisma: PrismaClient,
  id: string,
  now: Date = new Date(),
): Promise<NewSession | null> {
  const token = newToken();
  const { count } = await prisma.guest.updateMany({
    where: { id, revoked: false },
    data: { tokenHash: hashOf(token), expiresAt: sessionEnd(now) },
  });
  const found = count === 1 ? await prisma.guest.findUnique({ where: { id } }) : null;
  return found && { id, exerciseId: found.exerciseId, name: found.name, token };
}

/** Sends a person away: the session ends now, and no link brings it back. */
export async function revokeGuest(
  prisma: PrismaClient,
  person: { id: string; exerciseId: string },
): Promise<void> {
  const { id, exerciseId } = person;
  await prisma.guest.updateMany({ where: { id, exerciseId }, data: { revoked: true } });
  await prisma.seatLink.deleteMany({ where: { guest: { id, exerciseId } } });
}

/**
 * Gives people of an exercise other names, and ends their sessions and links for good: what is left
 * signs nobody in and names nobody.
 */
export async function anonymiseGuests(
  prisma: PrismaClient,
  exerciseId: string,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const there = await prisma.guest.findMany({ where: { exerciseId }, select: { id: true } });
  const unnamed = there.map(({ id }) => {
    // Nobody may have the name of somebody who is still to be renamed: ids are different from all names.
    const data = {
      name: names.get(id) ?? id,
      nameKey: id,
      revoked: true,
      tokenHash: hashOf(newToken()),
    };
    return prisma.guest.update({ where: { id }, data });
  });
  const links = prisma.seatLink.deleteMany({ where: { guest: { exerciseId } } });
  await prisma.$transaction([...unnamed, links]);
}

/** Takes back a person who could not come in after all. */
export async function removeGuest(prisma: PrismaClient, id: string): Promise<void> {
  await prisma.guest.deleteMany({ where: { id } });
}

import type { PrismaClient } from './generated/client.ts';
import { hashOf, newToken, renewGuest, type GuestPerson, type NewSession } from './guests.ts';

const VALID_MS = 24 * 3_600_000;

/** Makes a link's token: 192 random bits, good for one sign-in within 24 hours. Only its hash is kept. */
export async function createSeatLink(
  prisma: PrismaClient,
  guestId: string,
  now: Date = new Date(),
): Promise<string> {
  const token = newToken();
  await prisma.seatLink.deleteMany({ where: { expiresAt: { lt: now } } });
  const expiresAt = new Date(now.getTime() + VALID_MS);
  await prisma.seatLink.create({ data: { tokenHash: hashOf(token), guestId, expiresAt } });
  return token;
}

/** Whom an unused link signs in, without using it. */
export async function readSeatLink(
  prisma: PrismaClient,
  token: string,
  now: Date = new Date(),
): Promise<GuestPerson | null> {
  const tokenHash = hashOf(token);
  const found = await prisma.seatLink.findUnique({
    where: { tokenHash },
    include: { guest: true },
  });
  if (!found || found.usedAt || found.expiresAt <= now || found.guest.revoked) return null;
  const { id, exerciseId, name } = found.guest;
  return { id, exerciseId, name };
}

/** A new session of whom the link is for, once; null ever after, and for anything else. */
export async function useSeatLink(
  prisma: PrismaClient,
  token: string,
  now: Date = new Date(),
): Promise<NewSession | null> {
  const guest = await readSeatLink(prisma, token, now);
  if (!guest) return null;
  const { count } = await prisma.seatLink.updateMany({
    where: { tokenHash: hashOf(token), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1 ? renewGuest(prisma, guest.id, now) : null;
}

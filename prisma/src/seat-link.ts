import type { LinkFor } from '@dwell/simulator/router';
import type { PrismaClient } from './generated/client.ts';
import { hashOf, newToken } from './guests.ts';

const VALID_MS = 24 * 3_600_000;

type Kind = Extract<LinkFor, { kind: unknown }>['kind'];

/** What a link is good for. */
export type SeatLinkFor = { exerciseId: string; link: LinkFor };

/** Makes a link's token: 192 random bits, good for one person within 24 hours. Only its hash is kept. */
export async function createSeatLink(
  prisma: PrismaClient,
  { exerciseId, link }: SeatLinkFor,
  now: Date = new Date(),
): Promise<string> {
  const token = newToken();
  await prisma.seatLink.deleteMany({ where: { expiresAt: { lt: now } } });
  const whom =
    'person' in link ? { person: link.person } : { kind: link.kind as string, team: link.team };
  await prisma.seatLink.create({
    data: {
      tokenHash: hashOf(token),
      exerciseId,
      ...whom,
      expiresAt: new Date(now.getTime() + VALID_MS),
    },
  });
  return token;
}

/** What an unused link is good for, without using it. */
export async function readSeatLink(
  prisma: PrismaClient,
  token: string,
  now: Date = new Date(),
): Promise<SeatLinkFor | null> {
  const row = await prisma.seatLink.findUnique({ where: { tokenHash: hashOf(token) } });
  if (!row || row.usedAt || row.expiresAt <= now) return null;
  const { exerciseId, person, kind, team } = row;
  if (person !== null) return { exerciseId, link: { person } };
  return kind === null ? null : { exerciseId, link: { kind: kind as Kind, team } };
}

/** What the link is good for, once; null ever after, and for anything else. */
export async function useSeatLink(
  prisma: PrismaClient,
  token: string,
  now: Date = new Date(),
): Promise<SeatLinkFor | null> {
  const link = await readSeatLink(prisma, token, now);
  if (!link) return null;
  const { count } = await prisma.seatLink.updateMany({
    where: { tokenHash: hashOf(token), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1 ? link : null;
}

import { createHash, randomBytes } from 'node:crypto';
import type { PrismaClient } from './generated/client.ts';

const VALID_MS = 24 * 3_600_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes a link's token: 192 random bits, good for one sign-in within 24 hours. Only its hash is kept. */
export async function createSignInToken(
  prisma: PrismaClient,
  now: Date = new Date(),
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await prisma.signInLink.deleteMany({ where: { expiresAt: { lt: now } } });
  await prisma.signInLink.create({
    data: {
      tokenHash: hashOf(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + VALID_MS),
    },
  });
  return token;
}

/** True once for a valid token; false ever after, and for anything else. */
export async function useSignInToken(
  prisma: PrismaClient,
  token: string,
  now: Date = new Date(),
): Promise<boolean> {
  const { count } = await prisma.signInLink.updateMany({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Has nobody ever signed in? Then a link is printed at the start. */
export async function isUnclaimed(prisma: PrismaClient): Promise<boolean> {
  return (await prisma.session.count()) === 0 && (await prisma.account.count()) === 0;
}

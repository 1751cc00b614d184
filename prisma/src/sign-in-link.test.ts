import { expect, test } from 'vitest';
import { statSync } from 'node:fs';
import { tempDatabase, tempHome } from '../test/temp-home.ts';
import { sessionSecret } from './secret.ts';
import { createSignInToken, isUnclaimed, useSignInToken } from './sign-in-link.ts';

const noon = new Date('2025-01-01T12:00:00Z');
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

test('a link works once, even for two at the same time', async () => {
  const { prisma } = await tempDatabase();
  const token = await createSignInToken(prisma, noon);
  const tries = await Promise.all([1, 2, 3].map(() => useSignInToken(prisma, token, later(1))));
  expect(tries.filter(Boolean)).toHaveLength(1);
  expect(await useSignInToken(prisma, token, later(1))).toBe(false);
});

test('a link ends after 24 hours, and an invented one never worked', async () => {
  const { prisma } = await tempDatabase();
  const token = await createSignInToken(prisma, noon);
  expect(await useSignInToken(prisma, token, later(24))).toBe(false);
  expect(await useSignInToken(prisma, 'invented', noon)).toBe(false);
});

test('the database holds the hash of a token, never the token', async () => {
  const { prisma } = await tempDatabase();
  const token = await createSignInToken(prisma, noon);
  const [row] = await prisma.signInLink.findMany();
  expect(row!.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(row)).not.toContain(token);
});

test('an installation is unclaimed until somebody can sign in', async () => {
  const { prisma } = await tempDatabase();
  expect(await isUnclaimed(prisma)).toBe(true);
  await prisma.user.create({ data: { id: 'u', name: 'N', email: 'n@example.com' } });
  await prisma.account.create({
    data: { id: 'a', accountId: 'u', providerId: 'credential', userId: 'u' },
  });
  expect(await isUnclaimed(prisma)).toBe(false);
});

test('the session secret is made once, for its owner’s eyes only', () => {
  const home = tempHome();
  const secret = sessionSecret(home, undefined);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(sessionSecret(home, undefined)).toBe(secret);
  expect(statSync(home.secret).mode & 0o777).toBe(0o600);
  expect(() => sessionSecret(home, 'short')).toThrowError(/too short/);
});

import { DAY_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { openSession, REFRESH_LIFE_MS, refreshToken, useRefreshToken } from './refresh-token.ts';

const session = openSession(7, 0, 0);

test('each use rotates the token and gives another 30 days', () => {
  const first = useRefreshToken(session, 0, DAY_MS);
  expect(first).toEqual({
    outcome: 'renewed',
    session: { ...session, rotation: 1, expiresAt: DAY_MS + REFRESH_LIFE_MS },
  });
  expect(useRefreshToken(first.session, 1, 2 * DAY_MS).outcome).toBe('renewed');
});

test('using a token twice revokes the whole session, without grace', () => {
  const renewed = useRefreshToken(session, 0, DAY_MS).session;
  const stolen = useRefreshToken(renewed, 0, DAY_MS);
  expect(stolen.outcome).toBe('reused');
  expect(useRefreshToken(stolen.session, 1, DAY_MS).outcome).toBe('revoked');
});

test('a token ends after 30 days', () => {
  expect(useRefreshToken(session, 0, REFRESH_LIFE_MS - 1).outcome).toBe('renewed');
  expect(useRefreshToken(session, 0, REFRESH_LIFE_MS).outcome).toBe('expired');
});

test('token texts are opaque, marked as training material, and all different', () => {
  const texts = [
    refreshToken(42, session, 0),
    refreshToken(42, session, 1),
    refreshToken(43, session, 0),
    refreshToken(42, openSession(8, 0, 0), 0),
    refreshToken(42, openSession(7, 1, 0), 0),
  ];
  expect(new Set(texts).size).toBe(5);
  for (const text of texts) expect(text).toMatch(/^training-rt-[0-9a-z]{21}$/);
});

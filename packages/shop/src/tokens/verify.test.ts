import { DAY_MS, type Calendar } from '@dwell/core';
import { decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { initialKeyRegister } from '../keys/key-register.ts';
import { accessClaims } from './claims.ts';
import { mint } from './mint.ts';
import { tokenNumber } from './token-uid.ts';
import { keySet, trainingKey } from './training-key.ts';
import { verify } from './verify.ts';

const calendar: Calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };
const key = trainingKey(42, 1);
const jwks = keySet([key]);
const issuedAt = calendar.startMs + 3 * DAY_MS;
const claims = accessClaims({ subject: 7, n: tokenNumber(3 * 1440, 2), lifeMinutes: 60, calendar });

test('keys are a function of the seed, carry their mark, and have the register’s kid', () => {
  expect(trainingKey(42, 1)).toEqual(key);
  expect(trainingKey(43, 1).publicJwk.x).not.toBe(key.publicJwk.x);
  expect(trainingKey(42, 2).publicJwk.x).not.toBe(key.publicJwk.x);
  expect(key.privateJwk.dwell_training).toBe(true);
  expect(key.kid).toMatch(/^training-/);
  expect(initialKeyRegister({ seed: 42, copyFollows: true }).keys[0]!.kid).toBe(key.kid);
  expect(JSON.stringify(jwks)).not.toContain('"d"');
});

test('a minted token is RFC 9068 and verifies during its life of simulated time', async () => {
  const jwt = await mint(claims, key);
  expect(decodeProtectedHeader(jwt)).toEqual({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid });
  expect(await verify(jwt, jwks, issuedAt)).toEqual(claims);
  expect(claims.iat).toBe(issuedAt / 1000);
  expect(await verify(jwt, jwks, issuedAt + 3_599_999)).toEqual(claims);
  await expect(verify(jwt, jwks, issuedAt + 3_600_000)).rejects.toMatchObject({
    code: 'ERR_JWT_EXPIRED',
  });
});

test('the same claims and key give the same text, as Ed25519 is deterministic', async () => {
  expect(await mint(claims, key)).toBe(await mint(claims, key));
});

test('another issuer, audience or key set is refused', async () => {
  const other = { ...claims, iss: 'https://elsewhere.example' };
  await expect(verify(await mint(other, key), jwks, issuedAt)).rejects.toMatchObject({
    claim: 'iss',
  });
  const wrong = { ...claims, aud: 'https://elsewhere.example' };
  await expect(verify(await mint(wrong, key), jwks, issuedAt)).rejects.toMatchObject({
    claim: 'aud',
  });
  const jwt = await mint(claims, trainingKey(42, 2));
  await expect(verify(jwt, jwks, issuedAt)).rejects.toMatchObject({
    code: 'ERR_JWKS_NO_MATCHING_KEY',
  });
});

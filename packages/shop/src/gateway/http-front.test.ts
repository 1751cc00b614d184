import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DAY_MS, type Calendar } from '@dwell/core';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseIp } from '../network/ipv4.ts';
import { exists, populationKey } from '../population/population-key.ts';
import { profile } from '../population/profile.ts';
import { accessClaims, type AccessClaims } from '../tokens/claims.ts';
import { mint } from '../tokens/mint.ts';
import { principalSubject, tokenNumber } from '../tokens/token-uid.ts';
import { keySet, trainingKey } from '../tokens/training-key.ts';
import { defaultControls, GATEWAY_CHECKS, type Controls } from './controls.ts';
import { decide, type Access } from './decide.ts';
import { httpFront } from './http-front.ts';

const calendar: Calendar = { startMs: Date.UTC(2024, 10, 30, 15), offsetMinutes: 540 };
const population = populationKey(42);
const now = 200 * DAY_MS;
const key = trainingKey(42, 1);
const n = tokenNumber(200 * 1440, 0);
const MEMBER = 3;
const MISSING = 2;
const PARTNER = principalSubject(1);
const DENIED = 6;
const BLOCKED = parseIp('198.18.0.9');
const BUSY = parseIp('198.18.0.10');

let controls: Controls = defaultControls();
let server: Server;
let origin = '';

beforeAll(async () => {
  const front = httpFront({
    key: population,
    calendar,
    now: () => now,
    jwks: () => keySet([key]),
    controls: () => controls,
    lookups: {
      denied: (subject) => subject === DENIED,
      issued: (subject, token) => (subject === MEMBER || subject === PARTNER) && token === n,
      subjectExists: (subject) => subject === PARTNER || exists(population, subject),
      overLimit: (source) => source === BUSY,
      blocked: (source) => source === BLOCKED,
    },
    sourceOf: (request) => parseIp(String(request.headers['x-source'] ?? '240.0.0.1')),
  });
  server = createServer(front);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((done) => server.close(done)));

async function get(path: string, jwt: string, source = '240.0.0.1') {
  const response = await fetch(origin + path, {
    headers: { authorization: `Bearer ${jwt}`, 'x-source': source },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const claimsOf = (subject: number, changes: Partial<AccessClaims> = {}, token = n) =>
  accessClaims({ subject, n: token, lifeMinutes: 60, calendar }, changes);

/** A token with another payload under the signature of an honest one. */
async function tampered(): Promise<string> {
  const [header, , signature] = (await mint(claimsOf(MEMBER), key)).split('.');
  const payload = Buffer.from(JSON.stringify(claimsOf(1))).toString('base64url');
  return `${header}.${payload}.${signature}`;
}

const honest: Access = {
  keyKnown: true,
  signatureValid: true,
  expired: false,
  denied: false,
  issued: true,
  subjectExists: true,
  overLimit: false,
  blocked: false,
};

type Case = {
  name: string;
  jwt: () => Promise<string> | string;
  subject: number;
  access: Access;
  source?: string;
};

/** Real tokens beside what the virtual world says of the same request. */
const CASES: readonly Case[] = [
  { name: 'honest', jwt: () => mint(claimsOf(MEMBER), key), subject: MEMBER, access: honest },
  {
    name: 'forged with the right key, never issued',
    jwt: () => mint(claimsOf(1), key),
    subject: 1,
    access: { ...honest, issued: false },
  },
  {
    name: 'forged with the right key, unknown subject',
    jwt: () => mint(claimsOf(MISSING), key),
    subject: MISSING,
    access: { ...honest, issued: false, subjectExists: false },
  },
  {
    name: 'forged for a member, under an honest token’s number of another',
    jwt: () => mint(claimsOf(1, { jti: claimsOf(MEMBER).jti }), key),
    subject: 1,
    access: { ...honest, issued: false },
  },
  {
    name: 'signed by a wrong key under the known kid',
    jwt: () => mint(claimsOf(MEMBER), { ...trainingKey(7, 1), kid: key.kid }),
    subject: MEMBER,
    access: { ...honest, signatureValid: false },
  },
  {
    name: 'unknown kid',
    jwt: () => mint(claimsOf(MEMBER), trainingKey(42, 2)),
    subject: MEMBER,
    access: { ...honest, keyKnown: false, signatureValid: false },
  },
  {
    name: 'expired',
    jwt: () => mint(claimsOf(MEMBER, { exp: (calendar.startMs + now) / 1000 }), key),
    subject: MEMBER,
    access: { ...honest, expired: true },
  },
  {
    name: 'forged for a century, which a short token life does not prevent',
    jwt: () => mint(claimsOf(1, { exp: 4_102_444_800 }), key),
    subject: 1,
    access: { ...honest, issued: false },
  },
  {
    name: 'alg none',
    jwt: () => new UnsecuredJWT({ ...claimsOf(MEMBER) }).encode(),
    subject: MEMBER,
    access: { ...honest, keyKnown: false, signatureValid: false },
  },
  {
    name: 'another type of token under the right key',
    jwt: () =>
      new SignJWT({ ...claimsOf(MEMBER) })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: key.kid })
        .sign(key.privateJwk),
    subject: MEMBER,
    access: { ...honest, signatureValid: false },
  },
  {
    name: 'tampered payload',
    jwt: tampered,
    subject: 1,
    access: { ...honest, signatureValid: false, issued: false },
  },
  {
    name: 'on the deny list',
    jwt: () => mint(claimsOf(DENIED), key),
    subject: DENIED,
    access: { ...honest, issued: false, denied: true },
  },
  {
    name: 'from a blocked address',
    jwt: () => mint(claimsOf(MEMBER), key),
    subject: MEMBER,
    source: '198.18.0.9',
    access: { ...honest, blocked: true },
  },
  {
    name: 'over the limit',
    jwt: () => mint(claimsOf(MEMBER), key),
    subject: MEMBER,
    source: '198.18.0.10',
    access: { ...honest, overLimit: true },
  },
];

test.each(CASES)(
  'virtual and real gateway decide alike under any single control: $name',
  async (one) => {
    const jwt = await one.jwt();
    const off = Object.fromEntries(GATEWAY_CHECKS.map((check) => [check, false])) as Controls;
    const on = Object.fromEntries(GATEWAY_CHECKS.map((check) => [check, true])) as Controls;
    const settings = [
      defaultControls(),
      off,
      on,
      ...GATEWAY_CHECKS.map((check) => ({ ...off, [check]: true })),
    ];
    for (const setting of settings) {
      controls = setting;
      const virtual = decide(one.access, setting);
      const real = await get(`/v1/members/${one.subject}`, jwt, one.source);
      expect(real.status).toBe(virtual.status);
      expect(real.body.check ?? null).toBe(virtual.check);
    }
    controls = defaultControls();
  },
);

test('the address list masks door codes, the edit page shows them in clear', async () => {
  const jwt = await mint(claimsOf(MEMBER), key);
  const info = await get(`/v1/members/${MEMBER}`, jwt);
  const { name, email } = profile(population, MEMBER);
  expect(info.body).toEqual({ number: MEMBER, name, email });
  const list = (await get(`/v1/members/${MEMBER}/addresses`, jwt)).body.addresses as {
    doorCode: string;
  }[];
  expect(list[0]!.doorCode).toMatch(/^#•+\*$/);
  const edit = await get(`/v1/members/${MEMBER}/addresses/1/edit`, jwt);
  expect(edit.body.doorCode).toMatch(/^#\d+\*$/);
  expect((await get(`/v1/members/${MEMBER}/addresses/9/edit`, jwt)).status).toBe(404);
  const orders = await get(`/v1/members/${MEMBER}/orders?page=1`, jwt);
  expect((orders.body.orders as unknown[]).length).toBe(5);
});

test('a member sees only its own pages, a partner any member’s that exists', async () => {
  expect((await get(`/v1/members/${DENIED}`, await mint(claimsOf(MEMBER), key))).status).toBe(403);
  const partner = await mint(claimsOf(PARTNER), key);
  expect((await get(`/v1/members/${MEMBER}/addresses`, partner)).status).toBe(200);
  expect((await get(`/v1/members/${MISSING}/addresses`, partner)).status).toBe(404);
});

test('nonsense is refused politely: no token, no JWT, no such page, no other method', async () => {
  expect((await get('/v1/members/3', '')).status).toBe(401);
  expect((await get('/v1/members/3', 'a.b.c')).status).toBe(401);
  expect((await get('/v1/members/x', 'a.b.c')).status).toBe(404);
  const post = await fetch(`${origin}/v1/members/3`, { method: 'POST' });
  expect(post.status).toBe(405);
});

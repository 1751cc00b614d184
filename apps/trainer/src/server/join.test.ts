import { DwellError } from '@dwell/core';
import { expect, test, vi } from 'vitest';
import type { GuestBook } from './guest-book.ts';
import { guestViewer } from './guest.ts';
import { join, type JoinParts } from './join.ts';
import { makeLimits } from './limits.ts';
import { showSeat, takeSeat } from './seat.ts';

// Goal: a code lets people in as guests of one exercise, and lets nobody guess, flood or forge.

const token = (n: number) => String(n).padStart(32, 't');

/** A guest book in memory; person `p1` has the session `token(1)`. Links are by token too. */
function memoryGuests(links: Record<string, string> = {}) {
  const sessions = new Map<string, { id: string; exerciseId: string; name: string }>();
  const left = new Map(Object.entries(links));
  const guests: GuestBook = {
    hours: 72,
    async create({ exerciseId, name }) {
      const n = sessions.size + 1;
      const person = { id: `p${n}`, exerciseId, name };
      sessions.set(token(n), person);
      return { ...person, token: token(n) };
    },
    async remove(id) {
      for (const [key, person] of sessions) if (person.id === id) sessions.delete(key);
    },
    of: async (key) => sessions.get(key) ?? null,
    async readLink(key) {
      const name = left.get(key);
      return name === undefined ? null : { id: 'p9', exerciseId: 'e', name };
    },
    async useLink(key) {
      const guest = await guests.readLink(key);
      if (!guest || !left.delete(key)) return null;
      sessions.set(token(9), guest);
      return { ...guest, token: token(9) };
    },
  };
  return { guests, sessions };
}

function parts(more: Partial<JoinParts> = {}, links: Record<string, string> = {}) {
  const { guests, sessions } = memoryGuests(links);
  const joined: unknown[] = [];
  const waits: number[] = [];
  const made: JoinParts = {
    guests,
    limits: makeLimits(undefined, async (ms) => void waits.push(ms)),
    hasAccount: async () => false,
    exercises: {
      async door(code) {
        if (code === 'ABC234') return { exerciseId: 'e' };
        throw new DwellError('NO_SUCH_EXERCISE', { what: 'no', where: code, todo: 'ask' });
      },
      async join(code, ask) {
        joined.push({ code, ...ask });
        return { exerciseId: 'e' };
      },
    },
    ...more,
  };
  return { made, sessions, joined, waits };
}

const ORIGIN = 'http://dwell.example';
const request = (body: unknown, headers: Record<string, string> = {}) =>
  new Request(`${ORIGIN}/api/join`, {
    method: 'POST',
    headers: {
      host: 'dwell.example',
      origin: ORIGIN,
      'content-type': 'application/json',
      'x-forwarded-for': '192.0.2.1',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const good = { code: 'ABC234', name: ' 김하나 ', kind: 'trainee', roles: ['care'] };

test('a code and a name make a guest, whose cookie no script and no other site gets', async () => {
  const { made, joined } = parts();
  const response = await join(made, request(good));
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ exerciseId: 'e', person: 'p1', name: '김하나' });
  const cookie = response.headers.get('set-cookie')!;
  expect(cookie).toMatch(/^dwell-seat=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=259200$/);
  expect(joined).toEqual([
    { code: 'ABC234', name: '김하나', kind: 'trainee', person: 'p1', roles: ['care'] },
  ]);
  const headers = new Headers({ cookie: `a=b; ${cookie.split(';')[0]}` });
  expect(await guestViewer(headers, made.guests)).toEqual({
    id: 'p1',
    name: '김하나',
    role: 'trainee',
    seat: { exerciseId: 'e', person: 'p1' },
  });
  expect(await guestViewer(new Headers({ cookie: 'dwell-seat=x' }), made.guests)).toBeNull();
});

test('who is in already stays the same person', async () => {
  const { made, sessions, joined } = parts();
  await join(made, request(good));
  const again = await join(made, request(good, { cookie: `dwell-seat=${token(1)}` }));
  expect([again.status, (await again.json()).person]).toEqual([200, 'p1']);
  expect([sessions.size, joined.length]).toEqual([1, 1]);
});

test('the secure flag comes with an address of that kind', async () => {
  vi.stubEnv('DWELL_URL', 'https://dwell.example');
  const response = await join(parts().made, request(good));
  expect(response.headers.get('set-cookie')).toMatch(/; Secure$/);
  vi.unstubAllEnvs();
});

test.each([
  ['no name', { ...good, name: ' \u202e\u0007 ' }, 'INPUT'],
  ['a long name', { ...good, name: 'x'.repeat(61) }, 'INPUT'],
  ['a kind that comes by link', { ...good, kind: 'facilitator' }, 'INPUT'],
  ['a role that is none', { ...good, roles: ['root'] }, 'INPUT'],
  ['no JSON', '{', 'INPUT'],
  ['too much', { ...good, more: 'x'.repeat(5_000) }, 'INPUT'],
  ['an unknown code', { ...good, code: 'WRONG2' }, 'NO_SUCH_EXERCISE'],
])('%s is refused and makes nobody', async (_, body, code) => {
  const { made, sessions } = parts();
  const response = await join(made, request(body));
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await response.json()).toMatchObject({ code });
  expect(sessions.size).toBe(0);
});

test('other sites, forms and browsers with an account are turned away', async () => {
  const { made, sessions } = parts();
  const other = await join(made, request(good, { 'sec-fetch-site': 'cross-site' }));
  const form = await join(made, request(good, { 'content-type': 'text/plain' }));
  expect([other.status, form.status]).toEqual([403, 400]);
  const account = await join({ ...made, hasAccount: async () => true }, request(good));
  expect([account.status, (await account.json()).code]).toEqual([409, 'HAS_ACCOUNT']);
  expect(sessions.size).toBe(0);
});

test('a room that refuses leaves no session behind', async () => {
  const { made, sessions } = parts();
  const full = async () => {
    throw new DwellError('TOO_MANY', { what: 'the room is full', where: 'e', todo: 'ask' });
  };
  const response = await join(
    { ...made, exercises: { ...made.exercises, join: full } },
    request(good),
  );
  expect([response.status, sessions.size]).toEqual([429, 0]);
});

test('guessing is slowed, then stopped, for that address alone; joining is not guessing', async () => {
  const { made, waits } = parts();
  for (let n = 0; n < 10; n++)
    expect((await join(made, request({ ...good, code: `WRONG${n}` }))).status).toBe(404);
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000, 4_000, 4_000, 4_000, 4_000]);
  expect((await join(made, request(good))).status).toBe(429);
  const behindProxy = { 'x-forwarded-for': '192.0.2.1, 192.0.2.7' };
  const come = (n: number) => join(made, request({ ...good, name: `N${n}` }, behindProxy));
  const together = await Promise.all(Array.from({ length: 30 }, (_, n) => come(n)));
  expect(together.map(({ status }) => status)).toEqual(Array(30).fill(201));
});

test('guesses sent all at once are no more than one after another', async () => {
  let release = () => {};
  const waiting = new Promise<void>((resolve) => (release = resolve));
  const { made } = parts({ limits: makeLimits(undefined, () => waiting) });
  const tries = Array.from({ length: 100 }, (_, n) =>
    join(made, request({ ...good, code: `W${n}` })),
  );
  release();
  const looked = (await Promise.all(tries)).filter(({ status }) => status === 404);
  expect(looked.length).toBeLessThanOrEqual(40);
});

const link = (key: string) => new Request(`${ORIGIN}/api/seat?token=${key}`);
const use = (key: string, headers: Record<string, string> = {}) =>
  new Request(`${ORIGIN}/api/seat`, {
    method: 'POST',
    headers: { host: 'dwell.example', origin: ORIGIN, ...headers },
    body: new URLSearchParams({ token: key }),
  });

test('a seat link asks first, works once, and leads to the seat', async () => {
  const { made } = parts({}, { [token(5)]: '<Ada & Bob>' });
  for (let n = 0; n < 3; n++) {
    const page = await showSeat(made, link(token(5)));
    expect(await page.text()).toContain('&lt;Ada &amp; Bob&gt;');
  }
  expect((await takeSeat(made, use(token(5), { 'sec-fetch-site': 'cross-site' }))).status).toBe(
    403,
  );
  const taken = await takeSeat(made, use(token(5)));
  expect([taken.status, taken.headers.get('location')]).toEqual([303, '/seat/e']);
  expect(taken.headers.get('set-cookie')).toContain(`dwell-seat=${token(9)}; `);
  expect((await takeSeat(made, use(token(5)))).status).toBe(410);
  expect((await showSeat(made, link('invented'))).status).toBe(410);
  expect((await takeSeat({ ...made, hasAccount: async () => true }, use(token(5)))).status).toBe(
    409,
  );
});

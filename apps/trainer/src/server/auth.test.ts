import { memoryAdapter } from 'better-auth/adapters/memory';
import { expect, test } from 'vitest';
import { makeAuth, type Auth } from './auth.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const PASSWORD = 'a long enough password';

/** An auth with two good links, `one` and `two`. */
function auth(): Auth {
  const links = new Set(['one', 'two']);
  return makeAuth({
    storage: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    secret: 'a secret of more than thirty-two characters',
    consumeToken: async (token) => links.delete(token),
  });
}

let address = 0;
/** Each test comes from an address of its own, as limits are counted by address. */
function from(): (
  on: Auth,
  path: string,
  body?: object,
  more?: Record<string, string>,
) => Promise<Response> {
  const ip = `192.0.2.${++address}`;
  return (on, path, body, more) =>
    on.handler(
      new Request(`${ORIGIN}/api/auth${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          host: '127.0.0.1:3000',
          origin: ORIGIN,
          'content-type': 'application/json',
          'x-forwarded-for': ip,
          ...more,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
}

const cookieOf = (response: Response) => ({
  cookie: response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; '),
});

test('a link signs the instructor in once, with a cookie other sites do not get', async () => {
  const send = from();
  const on = auth();
  const first = await send(on, '/sign-in/link', { token: 'one' });
  expect(first.status).toBe(200);
  expect(await first.clone().json()).toEqual({ ok: true, named: false });
  expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/i);
  const session = await (await send(on, '/get-session', undefined, cookieOf(first))).json();
  expect(session.user).toMatchObject({ name: 'Instructor', role: 'instructor' });
  const again = await send(on, '/sign-in/link', { token: 'one' });
  expect(again.status).toBe(401);
  expect(await again.json()).toMatchObject({
    code: 'LINK',
    todo: expect.stringContaining('--sign-in-link'),
  });
});

test('nobody can sign up, and there is no default password', async () => {
  const send = from();
  const on = auth();
  const signUp = await send(on, '/sign-up/email', {
    name: 'Eve',
    email: 'eve@example.com',
    password: PASSWORD,
  });
  expect(signUp.ok).toBe(false);
  await send(on, '/sign-in/link', { token: 'one' });
  const guess = await send(on, '/sign-in/email', {
    email: 'instructor@dwell.invalid',
    password: '',
  });
  expect(guess.ok).toBe(false);
});

test('the instructor sets a name and password and signs in with them', async () => {
  const send = from();
  const on = auth();
  const cookie = cookieOf(await send(on, '/sign-in/link', { token: 'one' }));
  const account = { name: 'Ada', email: 'Ada@Example.com', password: PASSWORD };
  expect((await send(on, '/account', account)).status).toBe(401);
  expect((await send(on, '/account', account, cookie)).status).toBe(200);
  const signIn = await send(on, '/sign-in/email', { email: 'ada@example.com', password: PASSWORD });
  expect(await signIn.json()).toMatchObject({ user: { name: 'Ada' } });
});

test('a session by password needs the present password to change it; a new link does not', async () => {
  const send = from();
  const on = auth();
  const linked = cookieOf(await send(on, '/sign-in/link', { token: 'one' }));
  const account = { name: 'Ada', email: 'ada@example.com' };
  await send(on, '/account', { ...account, password: PASSWORD }, linked);
  const typed = cookieOf(
    await send(on, '/sign-in/email', { email: account.email, password: PASSWORD }),
  );
  const changed = { ...account, password: 'another long password' };
  expect((await send(on, '/account', changed, typed)).status).toBe(400);
  expect(
    (await send(on, '/account', { ...changed, currentPassword: PASSWORD }, typed)).status,
  ).toBe(200);
  expect(await (await send(on, '/get-session', undefined, linked)).json()).toBeNull();
  const fresh = cookieOf(await send(on, '/sign-in/link', { token: 'two' }));
  expect((await send(on, '/account', { ...account, password: PASSWORD }, fresh)).status).toBe(200);
});

test('guessing is slowed down: ten tries a minute from one address', async () => {
  const send = from();
  const on = auth();
  const codes: number[] = [];
  for (let n = 0; n < 11; n++)
    codes.push((await send(on, '/sign-in/link', { token: `guess ${n}` })).status);
  expect(codes.slice(0, 10).every((code) => code === 401)).toBe(true);
  expect(codes[10]).toBe(429);
});

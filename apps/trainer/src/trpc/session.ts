import type { ErrorView } from '@dwell/simulator/router';

/** What came of a request about signing in: the answer, or what is wrong and what to do. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: ErrorView };

const TOO_MANY: ErrorView = {
  code: 'TOO_MANY',
  what: 'Too many tries',
  where: 'sign-in',
  todo: 'wait a minute and try again',
};
const UNREACHABLE: ErrorView = {
  code: 'UNREACHABLE',
  what: 'The server does not answer',
  where: 'sign-in',
  todo: 'check that it runs and try again',
};
const BAD_PASSWORD: ErrorView = {
  code: 'PASSWORD',
  what: 'The e-mail address or the password is wrong',
  where: 'sign-in',
  todo: 'try again, or print a sign-in link on the server: npm start -- --sign-in-link',
};

async function post<Value>(path: string, body: object): Promise<Answer<Value>> {
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return { ok: false, problem: UNREACHABLE };
  }
  const value = (await response.json().catch(() => ({}))) as Value &
    Partial<ErrorView> & { message?: string };
  if (response.ok) return { ok: true, value };
  if (response.status === 429) return { ok: false, problem: TOO_MANY };
  if (path === '/sign-in/email' && response.status === 401)
    return { ok: false, problem: BAD_PASSWORD };
  const {
    code = 'AUTH',
    what = value.message ?? 'That did not work',
    where = 'account',
    todo = 'check what you typed and try again',
  } = value;
  return { ok: false, problem: { code, what, where, todo } };
}

/** Signs in with the token of a one-time link. `named` is false until the account has a name of its own. */
export function signInWithLink(token: string): Promise<Answer<{ named: boolean }>> {
  return post('/sign-in/link', { token });
}

export function signInWithPassword(email: string, password: string): Promise<Answer<unknown>> {
  return post('/sign-in/email', { email, password });
}

/** Begins single sign-on; the answer's `url` is where the browser must go. Only when it is configured. */
export function signInWithOidc(): Promise<Answer<{ url: string }>> {
  return post('/sign-in/social', { provider: 'oidc', callbackURL: '/' });
}

export function signOut(): Promise<Answer<unknown>> {
  return post('/sign-out', {});
}

/** Saves one's own name, e-mail address and, when given, password. */
export function saveAccount(account: {
  name: string;
  email: string;
  password?: string;
  currentPassword?: string;
}): Promise<Answer<unknown>> {
  return post('/account', account);
}

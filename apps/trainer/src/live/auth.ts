/** Why the server said no; `code` is `OFFLINE` when it said nothing. */
export type Refusal = { code: string; status: number; message: string };

async function post(
  path: string,
  body: object,
): Promise<{ refusal: Refusal } | { data: Record<string, unknown> }> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const data = ((await response.json().catch(() => null)) ?? {}) as Record<string, unknown>;
    if (response.ok) return { data };
    return {
      refusal: {
        code: String(data.code ?? ''),
        status: response.status,
        message: String(data.message ?? ''),
      },
    };
  } catch {
    return { refusal: { code: 'OFFLINE', status: 0, message: '' } };
  }
}

const refusalOf = async (answer: ReturnType<typeof post>): Promise<Refusal | null> => {
  const result = await answer;
  return 'refusal' in result ? result.refusal : null;
};

/** Signs in with e-mail and password; null when it worked. */
export const signIn = (email: string, password: string) =>
  refusalOf(post('/sign-in/email', { email, password }));

/** Keeps name, e-mail and password of one's own account; null when it worked. */
export const saveAccount = (account: { name: string; email: string; password: string }) =>
  refusalOf(post('/account', account));

/** Ends the session of this browser. */
export const signOut = () => refusalOf(post('/sign-out', {}));

/** Goes to the organisation's own sign-in page; comes back here only when that failed. */
export async function signInOidc(): Promise<Refusal | null> {
  const answer = await post('/sign-in/social', { provider: 'oidc', callbackURL: '/exercises' });
  if ('refusal' in answer) return answer.refusal;
  if (typeof answer.data.url === 'string') window.location.assign(answer.data.url);
  return null;
}

let linkAnswer: Promise<'none' | 'used' | 'choose' | 'welcome-back'> | null = null;

/**
 * Redeems the one-time token of this page's address, if it has one, and takes it out of the address.
 * `choose`: signed in for the first time, no name yet. Redeems once however often it is called.
 */
export function redeemLink(): Promise<'none' | 'used' | 'choose' | 'welcome-back'> {
  linkAnswer ??= redeem();
  return linkAnswer;
}

async function redeem(): Promise<'none' | 'used' | 'choose' | 'welcome-back'> {
  const url = new URL(window.location.href);
  const token =
    new URLSearchParams(url.hash.slice(1)).get('token') ?? url.searchParams.get('token');
  if (!token) return 'none';
  window.history.replaceState(null, '', '/sign-in');
  const answer = await post('/sign-in/link', { token });
  if ('refusal' in answer) return 'used';
  return answer.data.named === true ? 'welcome-back' : 'choose';
}

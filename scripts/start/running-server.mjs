import { createHmac } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// A running server leaves its address in its home, so that the next command can find it.
const fileIn = (home) => join(home, 'server.json');

export function announce(home, url) {
  writeFileSync(fileIn(home), JSON.stringify({ pid: process.pid, url }));
}

export function withdraw(home) {
  rmSync(fileIn(home), { force: true });
}

/** Address of the server that runs on this home, or null. */
export async function findRunning(home) {
  try {
    const { url } = JSON.parse(readFileSync(fileIn(home), 'utf8'));
    return (await isDwell(url)) ? url : null;
  } catch {
    return null;
  }
}

/** Does a Dwell answer at this address? */
export async function isDwell(url) {
  try {
    const response = await fetch(new URL('/api/health', url), {
      signal: AbortSignal.timeout(3_000),
    });
    return 'database' in (await response.json());
  } catch {
    return false;
  }
}

/** A new token from the running server; proof of being allowed is that one can read its secret. */
export async function askForToken(home, url) {
  const secret = process.env.DWELL_SECRET || readFileSync(join(home, 'secret'), 'utf8').trim();
  const proof = createHmac('sha256', secret).update('sign-in-link').digest('base64url');
  const response = await fetch(new URL('/api/sign-in-link', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${proof}` },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`the running server refused (${response.status})`);
  return (await response.json()).token;
}

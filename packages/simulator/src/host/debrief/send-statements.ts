import { badInput, type DwellError } from '@dwell/core';
import type { LearningRecordStore } from './lrs-config.ts';

const BATCH = 50;
const TIMEOUT_MS = 20_000;
const SAID_MAX = 200;

/**
 * Sends xAPI statements, a batch at a time. Ids of statements are the same whenever they are made, so
 * what was sent before is not there twice. Errors: `LRS_DOWN`, `LRS_REFUSED`; what had gone before is kept there.
 */
export async function sendStatements(
  store: LearningRecordStore,
  statements: readonly unknown[],
  fetchWith: typeof fetch = fetch,
): Promise<void> {
  for (let from = 0; from < statements.length; from += BATCH)
    await sendBatch(store, statements.slice(from, from + BATCH), fetchWith);
}

async function sendBatch(
  { url, key, secret }: LearningRecordStore,
  batch: readonly unknown[],
  fetchWith: typeof fetch,
): Promise<void> {
  let answer: Response;
  try {
    answer = await fetchWith(`${url}/statements`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
      },
      body: JSON.stringify(batch),
      // A secret is never sent on to wherever an answer points.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw down(url, error);
  }
  if (answer.ok) {
    await answer.body?.cancel();
    return;
  }
  throw refused(url, answer.status, await begin(answer));
}

function down(url: string, error: unknown): DwellError {
  const late = error instanceof Error && error.name === 'TimeoutError';
  const what = late ? 'the learning record store did not answer' : 'it cannot be reached';
  return badInput('LRS_DOWN', what, new URL(url).host, 'see that it runs, then send again');
}

function refused(url: string, status: number, said: string): DwellError {
  const what = `the learning record store answered ${status}${said ? `: ${said}` : ''}`;
  const todo =
    status === 401 || status === 403
      ? 'see DWELL_LRS_KEY and DWELL_LRS_SECRET'
      : 'see DWELL_LRS_URL and the log of the store';
  return badInput('LRS_REFUSED', what, new URL(url).host, todo);
}

/** The beginning of what was answered, in one line. */
async function begin(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const first = await reader?.read().catch(() => undefined);
  await reader?.cancel().catch(() => undefined);
  const text = new TextDecoder().decode(first?.value ?? new Uint8Array());
  return text
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, SAID_MAX);
}

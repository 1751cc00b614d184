import { badInput } from '@dwell/core';

/** A learning record store that takes xAPI statements. */
export type LearningRecordStore = { url: string; key: string; secret: string };

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The learning record store of DWELL_LRS_URL, DWELL_LRS_KEY and DWELL_LRS_SECRET; null when no address
 * is set. Errors: `LRS` when one of them is missing, the address is none, or not https outside this machine.
 */
export function lrsConfig(
  env: Readonly<Record<string, string | undefined>>,
): LearningRecordStore | null {
  const { DWELL_LRS_URL: url, DWELL_LRS_KEY: key, DWELL_LRS_SECRET: secret } = env;
  if (!url) return null;
  const wrong = (what: string, where: string, todo: string) => badInput('LRS', what, where, todo);
  if (!key || !secret) {
    const todo = 'set DWELL_LRS_KEY and DWELL_LRS_SECRET, or unset DWELL_LRS_URL';
    throw wrong('the learning record store has no key or no secret', 'DWELL_LRS_URL', todo);
  }
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password)
    throw wrong(
      'this is no address of a learning record store',
      'DWELL_LRS_URL',
      'give https://…/xapi',
    );
  if (parsed.protocol === 'http:' && !LOCAL.has(parsed.hostname)) {
    const todo = 'give an https address; http is for this machine alone';
    throw wrong(
      'statements would go over the network for everybody to read',
      'DWELL_LRS_URL',
      todo,
    );
  }
  parsed.search = '';
  parsed.hash = '';
  return { url: parsed.href.replace(/\/+$/, '').replace(/\/statements$/, ''), key, secret };
}

import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { DwellError } from '@dwell/core';
import { storageError, type Home } from './home.ts';

/**
 * The key that signs sessions: DWELL_SECRET (for several servers on one PostgreSQL), else made at
 * the first start and kept in the home folder, readable by its owner only.
 */
export function sessionSecret(
  home: Home,
  given: string | undefined = process.env.DWELL_SECRET,
): string {
  if (given) {
    if (given.length >= 32) return given;
    throw new DwellError('SECRET', {
      what: 'DWELL_SECRET is too short to be safe',
      where: 'DWELL_SECRET',
      todo: 'give it at least 32 random characters, or unset it to have one made',
    });
  }
  try {
    writeFileSync(home.secret, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw storageError(error, home.secret);
  }
  return readFileSync(home.secret, 'utf8').trim();
}

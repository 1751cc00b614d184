import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badInput } from '@dwell/core';

const FILE = 'case-key.pem';

/**
 * The key that signs cases of this installation: made at the first need and kept in the data folder,
 * readable by its owner only. Errors: `CASE_KEY` when what is there is no such key.
 */
export function caseKey(home: string): KeyObject {
  const path = join(home, FILE);
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  try {
    mkdirSync(home, { recursive: true });
    writeFileSync(path, pem, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readKey(path);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  const todo = 'put back the file from a backup, or move it away to have a new key made';
  throw badInput('CASE_KEY', 'this is not the key that signs cases', path, todo);
}

function readKey(path: string): KeyObject | null {
  try {
    return createPrivateKey(readFileSync(path));
  } catch {
    return null;
  }
}

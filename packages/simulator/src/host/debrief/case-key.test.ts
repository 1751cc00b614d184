// Goal: an installation signs with one key of its own that nobody else can read.
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { caseKey } from './case-key.ts';

function home(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dwell-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const publicOf = (folder: string) =>
  createPublicKey(caseKey(folder)).export({ type: 'spki', format: 'pem' });

test('the key is made once and kept; each installation has its own', () => {
  const [mine, other] = [join(home(), 'new'), home()];
  expect(publicOf(mine)).toBe(publicOf(mine));
  expect(publicOf(mine)).not.toBe(publicOf(other));
  expect(statSync(join(mine, 'case-key.pem')).mode & 0o777).toBe(0o600);
});

test('a file that is no such key is not signed with, and not written over', () => {
  const folder = home();
  writeFileSync(join(folder, 'case-key.pem'), 'something');
  expect(() => caseKey(folder)).toThrow('not the key');
  expect(statSync(join(folder, 'case-key.pem')).size).toBe(9);
});

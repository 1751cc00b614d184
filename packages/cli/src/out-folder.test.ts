import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dropOpenFolders, openOutFolder } from './out-folder.ts';

const root = () => mkdtempSync(join(tmpdir(), 'out-'));

test('the folder appears only when kept, with parents made', () => {
  const place = join(root(), 'deep', 'out');
  const folder = openOutFolder(place, '--out');
  writeFileSync(join(folder.path, 'a.txt'), 'a');
  expect(existsSync(place)).toBe(false);
  folder.keep();
  folder.drop();
  expect(readFileSync(join(place, 'a.txt'), 'utf8')).toBe('a');
});

test('an empty folder may be taken; a file or a full folder is refused', () => {
  const base = root();
  mkdirSync(join(base, 'empty'));
  const folder = openOutFolder(join(base, 'empty'), '--out');
  folder.keep();
  writeFileSync(join(base, 'empty', 'x'), '');
  expect(() => openOutFolder(join(base, 'empty'), '--out')).toThrow(/not empty/);
  expect(() => openOutFolder(join(base, 'empty', 'x'), '--out')).toThrow(/a file in its place/);
});

test('dropping leaves nothing behind, also for all at once', () => {
  const base = root();
  openOutFolder(join(base, 'one'), '--out').drop();
  openOutFolder(join(base, 'two'), '--out');
  dropOpenFolders();
  expect(readdirSync(base)).toEqual([]);
});

// Goal: what was replayed is found again, makes room for what is newer, and is never in the way.
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { KeptFolder } from './kept-folder.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'dwell-kept-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'kept');
}

test('it is there in the next process, by run and kind', () => {
  const path = folder();
  new KeptFolder(path).write('replay', 'a', { n: 1 });
  const kept = new KeptFolder(path);
  expect(kept.read('replay', 'a')).toEqual({ n: 1 });
  expect([kept.read('bounds', 'a'), kept.read('replay', 'b')]).toEqual([null, null]);
});

test('what was not asked for longest makes room', () => {
  const path = folder();
  const kept = new KeptFolder(path, 40);
  for (const key of ['a', 'b']) kept.write('replay', key, 'x'.repeat(13));
  const old = new Date(1_000);
  for (const file of readdirSync(path)) utimesSync(join(path, file), old, old);
  expect(kept.read('replay', 'a')).not.toBeNull();
  kept.write('replay', 'c', 'x'.repeat(13));
  expect([kept.read('replay', 'b'), kept.read('replay', 'a')]).toEqual([null, 'x'.repeat(13)]);
});

test('a torn file, or a folder that cannot be, is as if there were none', () => {
  const path = folder();
  const kept = new KeptFolder(path);
  kept.write('replay', 'a', 1);
  writeFileSync(join(path, 'a.replay.json'), '{"n":');
  expect(kept.read('replay', 'a')).toBeNull();
  const nowhere = new KeptFolder(join(path, 'a.replay.json'));
  expect(nowhere.write('replay', 'a', 1)).toBe(false);
  expect(nowhere.read('replay', 'a')).toBeNull();
});

// Goal: the cache gives back what was put, and nothing that was damaged, moved or meant for another key.
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultCacheFolder } from './cache-folder.ts';
import { ResultCache } from './result-cache.ts';

const folder = () => join(mkdtempSync(join(tmpdir(), 'cache-')), 'deep', 'dwell');
const files = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('what was put comes back for an equal key, in whatever order it is written', () => {
  const root = folder();
  new ResultCache(root).put({ b: [1, null], a: 'x' }, { alerts: 3 });
  const cache = new ResultCache(root);
  expect(cache.get({ a: 'x', b: [1, null] })).toEqual({ alerts: 3 });
  expect(cache.get({ a: 'x', b: [1] })).toBeUndefined();
});

test('a damaged entry is missing and makes room for a new one', () => {
  const root = folder();
  const cache = new ResultCache(root);
  cache.put('key', { alerts: 3 });
  const [path] = files(root);
  const text = readFileSync(path!, 'utf8');
  for (const bad of [
    '',
    text.slice(0, -9),
    text.replace('3', '4'),
    text.replace('key', 'kez'),
    '{}',
    'null',
  ]) {
    writeFileSync(path!, bad);
    expect(cache.get('key'), bad).toBeUndefined();
    expect(existsSync(path!)).toBe(false);
    cache.put('key', { alerts: 3 });
    expect(cache.get('key')).toEqual({ alerts: 3 });
  }
});

test('when it grows too large the entries used longest ago go first', () => {
  const root = folder();
  const cache = new ResultCache(root, 2800);
  const long = 'x'.repeat(800);
  for (const key of ['a', 'b', 'c']) {
    cache.put(key, long);
    for (const path of files(root)) {
      const { mtimeMs } = statSync(path);
      utimesSync(path, (mtimeMs - 60_000) / 1000, (mtimeMs - 60_000) / 1000);
    }
  }
  cache.get('a');
  cache.put('d', long);
  cache.trim();
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key) !== undefined)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('a folder that cannot be written is told of, not fatal', () => {
  const root = mkdtempSync(join(tmpdir(), 'cache-'));
  writeFileSync(join(root, 'file'), '');
  const cache = new ResultCache(join(root, 'file', 'below'));
  cache.put('key', 1);
  cache.trim();
  expect(cache.complaint).toMatch(/ENOTDIR|EEXIST/);
  expect(cache.get('key')).toBeUndefined();
});

test('the default folder is that of the platform; a relative XDG path is no path', () => {
  const at = (platform: NodeJS.Platform, env: Record<string, string>) =>
    defaultCacheFolder({ platform, env, home: '/h/me' }).replaceAll('\\', '/');
  expect(at('linux', { XDG_CACHE_HOME: '/var/c' })).toBe('/var/c/dwell');
  expect(at('linux', { XDG_CACHE_HOME: 'c' })).toBe('/h/me/.cache/dwell');
  expect(at('darwin', {})).toBe('/h/me/Library/Caches/dwell');
  expect(at('win32', { LOCALAPPDATA: '/l' })).toBe('/l/dwell/Cache');
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../../test/written.ts';
import { HistoryCache } from './history-cache.ts';

const KB = 1000;
const make = (bytes: number) => async (path: string) => {
  mkdirSync(join(path, 'telemetry'));
  writeFileSync(join(path, 'telemetry/x'), Buffer.alloc(bytes));
};

test('the history used longest ago goes first, one in use never', async () => {
  const place = folder();
  const cache = new HistoryCache({ folder: place.path, limitBytes: 25 * KB });
  const one = await cache.build('one', make(10 * KB));
  (await cache.build('two', make(10 * KB))).release();
  utimesSync(join(place.path, 'one/.used'), 1, 1);
  utimesSync(join(place.path, 'two/.used'), 2, 2);
  const three = await cache.build('three', make(10 * KB));
  expect(cache.list().map((e) => [e.hash, e.inUse])).toEqual([
    ['one', true],
    ['three', true],
  ]);
  one.release();
  utimesSync(join(place.path, 'one/.used'), 1, 1);
  const four = await cache.build('four', make(10 * KB));
  expect(
    cache
      .list()
      .map((e) => e.hash)
      .sort(),
  ).toEqual(['four', 'three']);
  expect(await cache.remove('three')).toBe(false);
  three.release();
  expect(await cache.remove('three')).toBe(true);
  four.release();
  place.remove();
});

test('a history appears only when it is whole, and is made once', async () => {
  const place = folder();
  const cache = new HistoryCache({ folder: place.path, limitBytes: KB * KB });
  await expect(cache.build('a', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await cache.acquire('a')).toBeNull();
  expect(readdirSync(place.path).filter((n) => n !== '.leases')).toEqual([]);
  let made = 0;
  const slow = async (path: string) => {
    made++;
    await make(10)(path);
  };
  const other = new HistoryCache({ folder: place.path, limitBytes: KB * KB });
  const both = await Promise.all([
    cache.build('a', slow),
    other.build('a', slow),
    cache.build('a', slow),
  ]);
  expect(made).toBe(1);
  expect(new Set(both.map((l) => l.folder)).size).toBe(1);
  await expect(cache.build('../a', slow)).rejects.toMatchObject({ code: 'HISTORY_HASH' });
  place.remove();
});

test('what a dead process held or left half-made is free again', async () => {
  const place = folder();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const cache = new HistoryCache({ folder: place.path, limitBytes: 5 * KB });
  (await cache.build('a', make(4 * KB))).release();
  writeFileSync(join(place.path, '.leases', `a.${pid}.1.1`), '');
  writeFileSync(join(place.path, '.lock'), String(pid));
  writeFileSync(join(place.path, '.making-b'), String(pid));
  mkdirSync(join(place.path, `.build-b-${pid}`));
  const later = new HistoryCache({ folder: place.path, limitBytes: 5 * KB });
  expect(existsSync(join(place.path, `.build-b-${pid}`))).toBe(false);
  const b = await later.build('b', make(4 * KB));
  expect(later.list().map((e) => e.hash)).toEqual(['b']);
  b.release();
  place.remove();
});

test('waiting for another builder can be given up', async () => {
  const place = folder();
  const cache = new HistoryCache({ folder: place.path, limitBytes: KB });
  writeFileSync(join(place.path, '.making-a'), String(process.pid));
  await expect(cache.build('a', make(1), AbortSignal.abort())).rejects.toThrow('abort');
  place.remove();
});

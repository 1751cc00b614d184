import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { tempHome } from '../test/temp-home.ts';
import { lockFolder } from './folder-lock.ts';

const built = JSON.stringify(new URL('../dist/folder-lock.js', import.meta.url).href);

function holderScript(path: string): string {
  return `
    const { lockFolder } = await import(${built});
    lockFolder(${JSON.stringify(path)});
    console.log('held');
    setInterval(() => {}, 1000);`;
}

test('a second process is told who holds the folder and what to do', async () => {
  const { lock } = tempHome();
  const child = spawn(process.execPath, ['--input-type=module', '-e', holderScript(lock)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  expect(() => lockFolder(lock)).toThrowError(
    expect.objectContaining({
      code: 'HOME_LOCKED',
      exit: 2,
      what: expect.stringContaining(`process ${child.pid} on ${hostname()}`),
      where: lock,
      todo: expect.stringContaining('DWELL_HOME'),
    }),
  );
});

test('the lock of a process that was killed is taken over', async () => {
  const { lock } = tempHome();
  const child = spawn(process.execPath, ['--input-type=module', '-e', holderScript(lock)]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(lock)).toBe(true);
  const mine = lockFolder(lock);
  expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid });
  mine.release();
  expect(existsSync(lock)).toBe(false);
});

test('the same process cannot take a folder twice, but again after releasing it', () => {
  const { lock } = tempHome();
  const first = lockFolder(lock);
  expect(() => lockFolder(lock)).toThrowError(/in use/);
  first.release();
  lockFolder(lock).release();
});

test('a process that only has the number of the holder is not the holder', () => {
  const { lock } = tempHome();
  const gone = {
    pid: process.pid,
    host: hostname(),
    startedAt: 'earlier',
    processStart: '1',
    token: 'x',
  };
  writeFileSync(lock, JSON.stringify(gone));
  const mine = lockFolder(lock);
  expect(mine.holder.token).not.toBe(gone.token);
  mine.release();
});

test('a holder on another machine counts until its lock was not touched for half a minute', () => {
  const { lock } = tempHome();
  const far = {
    pid: 1,
    host: `not-${hostname()}`,
    startedAt: 'earlier',
    processStart: null,
    token: 'x',
  };
  writeFileSync(lock, JSON.stringify(far));
  expect(() => lockFolder(lock)).toThrowError(/not-/);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  lockFolder(lock).release();
});

test('of many processes starting at once over a dead lock, exactly one gets it', async () => {
  const { lock } = tempHome();
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(
    lock,
    JSON.stringify({ pid: dead, host: hostname(), startedAt: '', processStart: null, token: 'x' }),
  );
  const script = `
    const { lockFolder } = await import(${built});
    try { lockFolder(${JSON.stringify(lock)}); console.log('held'); } catch (error) { console.log(error.code); }
    process.stdin.resume();`;
  const children = Array.from({ length: 5 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script]),
  );
  onTestFinished(() => children.forEach((child) => child.kill('SIGKILL')));
  const said = await Promise.all(
    children.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()),
  );
  expect(said.filter((text) => text === 'held')).toHaveLength(1);
  expect(said.filter((text) => text === 'HOME_LOCKED')).toHaveLength(4);
}, 30_000);

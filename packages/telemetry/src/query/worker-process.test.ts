import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtEntry } from '@dwell/core';
import { expect, test } from 'vitest';
import { isAlive } from '../store/seal-folder.ts';
import { folder, viewAt } from '../../test/written.ts';

const script = (then: string) => `
  import { openTelemetry } from ${JSON.stringify(builtEntry(import.meta.url, './telemetry.js'))};
  const telemetry = openTelemetry({ segments: [], view: ${JSON.stringify(viewAt(1))} });
  await telemetry.sql('SELECT 1');
  console.log(telemetry.workerPid);
  ${then}`;

async function workerOf(
  then: string,
  temp: string,
): Promise<{ pid: number; ended: Promise<unknown> }> {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script(then)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: temp },
  });
  const ended = once(parent, 'exit');
  const [text] = (await once(parent.stdout, 'data')) as [Buffer];
  return { pid: Number(String(text)), ended };
}

async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 200 && isAlive(pid); i++) await sleep(50);
  return !isAlive(pid);
}

test.each([
  ['is done', ''],
  ['closes', `telemetry.close();`],
  [
    'dies in the middle of a query',
    `telemetry.sql('SELECT sum(x) FROM range(1000000000000) r(x)').catch(() => {});
     setTimeout(() => process.kill(process.pid, 'SIGKILL'), 200);`,
  ],
])(
  'no worker and no folder stays behind when its parent %s',
  { timeout: 30_000 },
  async (_, then) => {
    const { path, remove } = folder();
    const { pid, ended } = await workerOf(then, path);
    await ended;
    expect(await gone(pid)).toBe(true);
    expect(readdirSync(path)).toEqual([]);
    remove();
  },
);

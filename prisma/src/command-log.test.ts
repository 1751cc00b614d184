import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Command } from '@dwell/simulator/router';
import { expect, onTestFinished, test } from 'vitest';
import { copyTemplate, tempDatabase, tempHome, tempRun } from '../test/temp-home.ts';
import { openDatabase } from './database.ts';

const command = (sequence: number, at = sequence * 60_000): Command => ({
  sequence,
  at,
  by: 'person-1',
  role: 'soc-lead',
  body: { do: 'respond', response: 'rotate-key', params: { mode: 'hard', share: 0.1 } },
});

test('commands come back as they went in, in order', async () => {
  const database = await tempDatabase();
  const log = database.commandLog(await tempRun(database));
  const far = command(3, 30_000_000_000);
  for (const each of [command(1), command(2), far]) await log.append(each);
  expect(await log.read()).toEqual([command(1), command(2), far]);
  expect(await log.read(2)).toEqual([far]);
});

test('a taken place, a gap and an unknown run are refused, and leave the log as it was', async () => {
  const database = await tempDatabase();
  const log = database.commandLog(await tempRun(database));
  await log.append(command(1));
  await expect(log.append(command(1))).rejects.toMatchObject({ code: 'LOG_CONFLICT' });
  await expect(log.append(command(3))).rejects.toMatchObject({ code: 'LOG_CONFLICT' });
  await expect(log.append(command(0))).rejects.toMatchObject({ code: 'LOG_CONFLICT' });
  await expect(database.commandLog('nowhere').append(command(1))).rejects.toMatchObject({
    code: 'NO_SUCH_RUN',
  });
  expect(await log.read()).toEqual([command(1)]);
});

test('of appends racing for one place, one wins', async () => {
  const database = await tempDatabase();
  const log = database.commandLog(await tempRun(database));
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => log.append(command(1))));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await log.read()).toHaveLength(1);
});

test('subscribers hear later appends of their run, in order and once, until they leave', async () => {
  const database = await tempDatabase();
  const run = await tempRun(database);
  const other = await tempRun(database);
  const log = database.commandLog(run);
  await log.append(command(1));
  const heard: number[] = [];
  let leave = (): void => undefined;
  const three = new Promise<void>((resolve) => {
    leave = database.commandLog(run).subscribe(({ sequence }) => {
      heard.push(sequence);
      if (sequence === 4) resolve();
    });
  });
  await database.commandLog(other).append(command(1));
  for (const each of [command(2), command(3), command(4)]) await log.append(each);
  await three;
  leave();
  await log.append(command(5));
  expect(heard).toEqual([2, 3, 4]);
});

test('the clock log keeps the same order, and one beat that is overwritten', async () => {
  const database = await tempDatabase();
  const log = database.clockLog(await tempRun(database));
  const play = { sequence: 1, wallMs: 1_700_000_000_000, action: { do: 'play' } } as const;
  await log.append(play);
  await expect(log.append(play)).rejects.toMatchObject({ code: 'LOG_CONFLICT' });
  expect(await log.read()).toEqual([play]);
  expect(await log.lastBeat()).toBeNull();
  await log.beat({ wallMs: 1, at: 2 });
  await log.beat({ wallMs: 1_700_000_000_000, at: 30_000_000_000 });
  expect(await log.lastBeat()).toEqual({ wallMs: 1_700_000_000_000, at: 30_000_000_000 });
});

test('acknowledged appends outlive kill -9', async () => {
  const home = tempHome();
  const database = await tempDatabase(home);
  const run = await tempRun(database);
  await database.close();
  const script = `
    const { openDatabase, openHome } = await import(${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)});
    const database = await openDatabase(openHome(${JSON.stringify(home.path)}));
    const log = database.commandLog(${JSON.stringify(run)});
    const [template] = ${JSON.stringify([command(1)])};
    for (let sequence = 1; ; sequence++) {
      await log.append({ ...template, sequence });
      process.stdout.write(sequence + '\\n');
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === 300) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(acknowledged).toBeGreaterThanOrEqual(300);
  const again = await openDatabase(home, {
    prepare: (target) => copyTemplate(target as { folder: string }),
  });
  onTestFinished(() => again.close());
  const kept = await again.commandLog(run).read();
  expect(kept.length).toBeGreaterThanOrEqual(acknowledged);
  expect(kept.map(({ sequence }) => sequence)).toEqual(kept.map((_, n) => n + 1));
}, 60_000);

import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { tempHome, tempRun } from '../test/temp-home.ts';
import { openDatabase, type Database } from './database.ts';
import { prepare } from './prepare.ts';

// Needs a PostgreSQL server: DWELL_TEST_DATABASE_URL=postgresql://postgres@127.0.0.1:5432/dwell_test
const url = process.env.DWELL_TEST_DATABASE_URL;

async function node(): Promise<Database> {
  const database = await openDatabase(tempHome(), { url, prepare });
  onTestFinished(() => database.close());
  return database;
}

test.skipIf(!url)(
  'two servers share PostgreSQL: one order of commands, heard by both',
  async () => {
    const [one, two] = await Promise.all([node(), node()]);
    expect(await two.prisma.member.count()).toBe(500);
    const run = await tempRun(one, randomUUID());
    const logs = [one.commandLog(run), two.commandLog(run)] as const;
    const heard: [number[], number[]] = [[], []];
    logs.forEach((log, n) => log.subscribe(({ sequence }) => heard[n]!.push(sequence)));
    const command = (sequence: number) =>
      ({ sequence, at: 0, by: 'x', role: 'y', body: { do: 'withdraw', sequence: 1 } }) as const;
    for (let sequence = 1; sequence <= 20; sequence++) {
      const race = await Promise.allSettled(logs.map((log) => log.append(command(sequence))));
      expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
    const all = Array.from({ length: 20 }, (_, n) => n + 1);
    await vi.waitFor(() => expect(heard).toEqual([all, all]));
    await one.runStore.remove(run);
  },
);

test.skipIf(!url)('a listener that was cut off catches up', async () => {
  const database = await node();
  const run = await tempRun(database, randomUUID());
  const log = database.commandLog(run);
  const heard: number[] = [];
  log.subscribe(({ sequence }) => heard.push(sequence));
  const append = (sequence: number) =>
    log.append({ sequence, at: 0, by: 'x', role: 'y', body: { do: 'withdraw', sequence: 1 } });
  await append(1);
  await vi.waitFor(() => expect(heard).toEqual([1]));
  await database.prisma.$queryRaw`
    SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`;
  await append(2);
  await vi.waitFor(() => expect(heard).toEqual([1, 2]), { timeout: 10_000 });
  await database.runStore.remove(run);
});

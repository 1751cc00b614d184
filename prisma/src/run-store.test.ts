import { expect, test } from 'vitest';
import { tempDatabase, tempRun } from '../test/temp-home.ts';

test('a run comes back as it was made, newest first, large numbers exact', async () => {
  const { runStore, ...database } = await tempDatabase();
  await tempRun({ runStore, ...database }, 'older');
  const older = await runStore.get('older');
  expect(older).toMatchObject({
    seed: Number.MAX_SAFE_INTEGER,
    endAt: 30_000_000_000,
    createdAtWallMs: 1_700_000_000_123,
  });
  const younger = {
    ...older!,
    id: 'younger',
    parent: { runId: 'older', at: 60_000 },
    createdAtWallMs: 1_800_000_000_000,
  };
  await runStore.create(younger);
  expect(await runStore.get('younger')).toEqual(younger);
  expect((await runStore.list()).map(({ id }) => id)).toEqual(['younger', 'older']);
  expect(await runStore.get('nowhere')).toBeNull();
});

test('updates change what they name; an unknown run is refused', async () => {
  const database = await tempDatabase();
  const run = await tempRun(database);
  const build = { state: 'ready', progress: 1, secondsLeft: 0, records: 5 } as const;
  await database.runStore.update(run, { build });
  await database.runStore.update(run, { checksum: 'abc' });
  expect(await database.runStore.get(run)).toMatchObject({ build, checksum: 'abc' });
  await expect(database.runStore.update('nowhere', { checksum: 'x' })).rejects.toMatchObject({
    code: 'NO_SUCH_RUN',
  });
});

test('removing a run takes its logs and checkpoints along, and leaves its forks', async () => {
  const database = await tempDatabase();
  const run = await tempRun(database, 'parent');
  const record = (await database.runStore.get(run))!;
  await database.runStore.create({ ...record, id: 'fork', parent: { runId: run, at: 60_000 } });
  await database
    .commandLog(run)
    .append({ sequence: 1, at: 0, by: 'x', role: 'y', body: { do: 'withdraw', sequence: 1 } });
  await database.runStore.addCheckpoints(run, [{ day: 0, at: 1, chain: 'a', state: 'b' }]);
  await database.runStore.remove(run);
  expect(await database.runStore.get(run)).toBeNull();
  expect(await database.prisma.worldCommand.count()).toBe(0);
  expect(await database.prisma.checkpoint.count()).toBe(0);
  expect((await database.runStore.get('fork'))?.parent).toEqual({ runId: 'parent', at: 60_000 });
});

test('a checkpoint that is there already stays as it is', async () => {
  const database = await tempDatabase();
  const run = await tempRun(database);
  await database.runStore.addCheckpoints(run, [{ day: 1, at: 2, chain: 'first', state: 's' }]);
  await database.runStore.addCheckpoints(run, [
    { day: 1, at: 2, chain: 'second', state: 's' },
    { day: 0, at: 1, chain: 'zero', state: 's' },
  ]);
  expect(await database.runStore.checkpoints(run)).toEqual([
    { day: 0, at: 1, chain: 'zero', state: 's' },
    { day: 1, at: 2, chain: 'first', state: 's' },
  ]);
});

import { expect, test } from 'vitest';
import { tempDatabase, tempRun } from '../test/temp-home.ts';

// Goal: a draft is kept as it was written, one a name, and goes with its run.

const draft = (name: string, text: string) => ({
  name,
  text,
  savedBy: 'somebody',
  savedAtWallMs: 1_700_000_000_123,
});

test('drafts come back in order of name, the newest text of each; a removed one is gone', async () => {
  const database = await tempDatabase();
  const drafts = database.ruleDrafts(await tempRun(database));
  await drafts.save(draft('second', 'title: "한글"\n'));
  await drafts.save(draft('first', 'old'));
  await drafts.save(draft('first', 'new'));
  expect(await drafts.list()).toEqual([draft('first', 'new'), draft('second', 'title: "한글"\n')]);
  await drafts.remove('first');
  await drafts.remove('first');
  expect((await drafts.list()).map(({ name }) => name)).toEqual(['second']);
});

test('drafts belong to one run: another does not see them, and removing the run takes them', async () => {
  const database = await tempDatabase();
  const run = await tempRun(database, 'one');
  await tempRun(database, 'other');
  await database.ruleDrafts(run).save(draft('mine', 'text'));
  expect(await database.ruleDrafts('other').list()).toEqual([]);
  await database.runStore.remove(run);
  expect(await database.prisma.ruleDraft.count()).toBe(0);
  await expect(database.ruleDrafts(run).save(draft('mine', 'text'))).rejects.toMatchObject({
    code: 'NO_SUCH_RUN',
  });
});

// Goal: going back makes a copy that knows nothing of what came after, and leaves the first alone.
import { momentOf, shownTime, whenDrivable } from './support/clock.ts';
import { playedByCommandLine } from './support/command-line.ts';
import { DAY_MS, finalChecksum, isoTime, jumpTo, makeRun, MID_ATTACK } from './support/runs.ts';
import { expect, test } from './support/test.ts';

test('a rewind starts a copy at the earlier moment, without what was done since', async ({
  page,
  api,
}) => {
  test.setTimeout(180_000);
  const first = await makeRun(api, { name: 'Original', start: MID_ATTACK });
  const runId = first.id;
  await jumpTo(api, runId, first.startAt + DAY_MS);
  const then = (await api.run.situation.query({ runId })).truth!;
  const rotate = { response: 'rotate-key', params: { mode: 'hard' }, as: 'identity' } as const;
  await api.response.act.mutate({ runId, ...rotate });
  await jumpTo(api, runId, first.startAt + 3 * DAY_MS);
  await page.goto(`/runs/${runId}/shop`);
  await whenDrivable(page);
  const keys = page.getByRole('table', { name: 'Signing keys' });
  await expect(keys).toContainText('Withdrawn');

  const timeline = page.getByRole('slider', { name: /rewind in a copy/ });
  await timeline.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(timeline).toHaveAttribute('aria-valuetext', /^11 May 09:00/);
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'Rewind to 11 May 09:00, day 161?' });
  await expect(question).toContainText('this run stays as it is');
  await question.getByRole('button', { name: 'Start the copy' }).click();

  await page.waitForURL((url) => url.pathname.startsWith('/runs/') && !url.href.includes(runId));
  const copyId = /[0-9a-f-]{36}/.exec(page.url())![0];
  await whenDrivable(page);
  await expect(momentOf(page)).toHaveText(/^11 May 09:00/);
  await page.goto(`/runs/${copyId}/shop`);
  await expect(keys).toContainText('Active');
  await expect(keys).not.toContainText('Withdrawn');
  const copied = await api.run.situation.query({ runId: copyId });
  expect(copied.truth).toEqual(then);
  expect(copied.responses).toEqual([]);

  await test.step('the first run stays where it was', async () => {
    await page.goto(`/runs/${runId}`);
    await whenDrivable(page);
    const now = isoTime(first, first.startAt + 3 * DAY_MS);
    expect(await shownTime(page)).toBe(Date.parse(now));
    const { responses } = await api.run.situation.query({ runId });
    expect(responses.map((each) => each.state)).toEqual(['done']);
    await page.goto('/runs');
    await expect(page.getByRole('row', { name: /copy from 11 May 09:00/ })).toHaveCount(1);
  });

  await test.step('left to itself the copy is the world in which nobody acted', async () => {
    await jumpTo(api, copyId, first.endAt);
    const told = await playedByCommandLine(first);
    expect(await finalChecksum(api, copyId)).toBe(told.checksum);
  });
});

// Goal: an instructor makes a run, watches its history grow, and replays the breach at any speed.
import type { Page } from '@playwright/test';
import {
  caughtUp,
  clockOf,
  jumpBy,
  momentOf,
  pickSpeed,
  shownTime,
  whenDrivable,
} from './support/clock.ts';
import { playedByCommandLine } from './support/command-line.ts';
import { DAY_MS, finalChecksum, HOUR_MS } from './support/runs.ts';
import { startRun } from './support/start-run.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ mode: 'serial' });

let runId = '';

/** The words that stand for a chart: each series with its latest value. */
async function chartWords(page: Page, chart: string): Promise<string> {
  const drawing = page.getByRole('img', { name: new RegExp(`^${chart}\\.`) });
  return (await drawing.getAttribute('aria-label'))!;
}

/** Accounts lost, exactly, as the headline says on hover. */
async function lost(page: Page): Promise<number> {
  const figure = page.locator('[title]', { hasText: 'Accounts lost' }).first();
  return Number((await figure.getAttribute('title'))!.replaceAll(',', ''));
}

test('a history shows how far it is, stops when told to, and starts again', async ({
  page,
  watch,
}) => {
  test.setTimeout(120_000);
  watch.allow(/status of 404/);
  const id = await startRun(page, 'Half a history', 'Crisis', '2000');
  const bar = page.getByRole('progressbar', { name: 'Building the history' });
  const progress = async () => Number(await bar.getAttribute('aria-valuenow'));
  await expect.poll(progress, { timeout: 60_000 }).toBeGreaterThan(0);
  await expect(page.getByText(/\d records so far/)).toBeVisible();
  await expect(clockOf(page).getByRole('button', { name: 'Play' })).toBeDisabled();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('The history was stopped')).toBeVisible();
  await expect(bar).toHaveCount(0);
  await page.getByRole('button', { name: 'Build again' }).click();
  await expect.poll(progress, { timeout: 60_000 }).toBeGreaterThan(0);

  // A run that is no longer wanted goes, its build with it.
  await page.goto('/runs');
  await page.getByRole('button', { name: 'Delete run: Half a history' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete run' }).click();
  await expect(page.getByRole('row', { name: /Half a history/ })).toHaveCount(0);
  await page.goto(`/runs/${id}`);
  await expect(page.getByRole('main')).toContainText('The run may have been deleted');
});

test('the form as it comes starts on the day of the first mail, with it on the desk', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await startRun(page, 'First crisis', null, '100000');
  await whenDrivable(page);
  await expect(momentOf(page)).toHaveText(/^16 Nov 22:13:00, day 350$/);
  const feed = page.getByRole('region', { name: 'What changed' });
  await expect(feed).toContainText('Mail to Customer care');
});

test('a campaign begins on the last working day, paused', async ({ page }) => {
  runId = await startRun(page, 'Replay', 'Campaign', '100000');
  await whenDrivable(page);
  await expect(momentOf(page)).toHaveText(/^13 Dec 09:00:00, day 12$/);
  await page.goto('/runs');
  await expect(page.getByRole('row', { name: /Replay/ })).toContainText(/13 Dec 09:00.*Paused/);
});

test('play moves time at the speed chosen, pause holds it, a step is a whole hour', async ({
  page,
}) => {
  await page.goto(`/runs/${runId}`);
  await whenDrivable(page);
  await pickSpeed(page, '×100,000');
  const from = await shownTime(page);
  await page.getByRole('button', { name: 'Play' }).click();
  // A day and more of the shop in the blink of an eye.
  await expect.poll(async () => (await shownTime(page)) - from).toBeGreaterThan(DAY_MS);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await caughtUp(page);
  const paused = (await momentOf(page).textContent())!;
  await page.reload();
  await expect(momentOf(page)).toHaveText(paused);

  const before = await shownTime(page);
  await page.getByRole('button', { name: 'Step one hour' }).click();
  await expect.poll(() => shownTime(page)).toBeGreaterThan(before);
  const after = await shownTime(page);
  expect(after % HOUR_MS).toBe(0);
  expect(after - before).toBeLessThanOrEqual(HOUR_MS);
});

test('in the attack the loss rises, and the charts show it', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`/runs/${runId}`);
  await whenDrivable(page);
  await jumpBy(page, '2025-05-01T00:00');
  await expect.poll(() => lost(page)).toBeGreaterThan(1_000_000);
  const before = await lost(page);
  for (const [chart, series] of [
    ['Personal-data requests per hour', 'Address list'],
    ['Accounts lost, total', 'Accounts lost'],
    ['Orders per hour', 'Orders'],
  ])
    await expect.poll(() => chartWords(page, chart!)).toMatch(new RegExp(`${series}: [1-9]`));

  // Pointing at one chart shows the values of that moment in all of them.
  const orders = page.getByRole('region', { name: 'Orders per hour' });
  await expect(orders).not.toContainText(/Apr \d\d:\d\d/);
  await page.getByRole('img', { name: /^Accounts lost, total/ }).hover();
  await expect(orders).toContainText(/2\d Apr \d\d:\d\d/);

  await pickSpeed(page, '×100,000');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => lost(page)).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.getByRole('radio', { name: 'Whole run' }).check();
  await expect
    .poll(() => chartWords(page, 'Accounts lost, total'))
    .toMatch(/Accounts lost: [\d.]+ M/);
});

test('at its end the run is what the command line makes of the same seed', async ({
  page,
  api,
}) => {
  test.setTimeout(180_000);
  await page.goto(`/runs/${runId}`);
  await whenDrivable(page);
  await jumpBy(page, '2026-01-20T00:00');
  await expect(clockOf(page).getByText('Ended')).toBeVisible();
  const row = await api.run.get.query({ runId });
  const told = await playedByCommandLine(row);
  expect(await finalChecksum(api, runId)).toBe(told.checksum);
  await expect.poll(() => lost(page)).toBe(told.loss.accounts_scaled);
});

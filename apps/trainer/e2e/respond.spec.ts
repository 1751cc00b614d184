// Goal: a team sees what a response costs before it acts, acts in time, and the world is another.
import type { Page } from '@playwright/test';
import { clockOf, jumpBy, pickSpeed, whenDrivable } from './support/clock.ts';
import { playedByCommandLine } from './support/command-line.ts';
import { DAY_MS, finalChecksum, jumpTo, makeRun, MID_ATTACK } from './support/runs.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ mode: 'serial' });

let runId = '';

const flights = (page: Page) => page.getByRole('region', { name: 'Actions in flight' });
const done = (page: Page) => page.getByRole('region', { name: 'Done' });
const decision = (page: Page) => page.getByRole('article');

async function pick(page: Page, response: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Respond' })
    .getByRole('button', { name: response })
    .click();
  await expect(decision(page).getByRole('heading', { name: response })).toBeVisible();
}

async function actOn(page: Page, response: string): Promise<void> {
  await decision(page).getByRole('button', { name: response }).click();
  await page.getByRole('dialog').getByRole('button', { name: response }).click();
  await expect(flights(page)).toContainText(response);
}

test.beforeEach(async ({ page, api }) => {
  runId ||= (await makeRun(api, { name: 'Respond', start: MID_ATTACK })).id;
  await page.goto(`/runs/${runId}/respond`);
  await whenDrivable(page);
});

test('a preview tells lead time, price and blast radius, and nothing happens yet', async ({
  page,
  api,
}) => {
  await pick(page, 'Rotate the signing key');
  const figures = decision(page).getByRole('definition');
  await expect(figures.first()).toHaveText('4 h');
  await decision(page).getByText('Hard, at once').click();
  await expect(figures.first()).toHaveText('1 h');
  await expect(decision(page)).toContainText(/Price₩\d/);
  await expect(decision(page)).toContainText(/Works from\d+ May \d\d:\d\d/);
  const blast = page.getByRole('figure', { name: 'What it would hit' });
  await expect(blast).toContainText(/Locked out[1-9][\d.]* M/);
  await expect(blast).toContainText('of daily users');
  await expect(page).toHaveURL(/response=rotate-key/);
  expect((await api.run.situation.query({ runId })).responses).toEqual([]);
});

test('what was started counts down and can be withdrawn', async ({ page }) => {
  await pick(page, 'Rotate the signing key');
  await decision(page).getByText('Hard, at once').click();
  await actOn(page, 'Rotate the signing key');
  await expect(flights(page)).toContainText(/1 h( 1 min)? left/);
  for (const response of ['Find and remove key copies', 'Check that the token was issued']) {
    await pick(page, response);
    await actOn(page, response);
  }
  await pick(page, 'Log everyone out');
  await actOn(page, 'Log everyone out');
  const logout = flights(page).getByRole('listitem').filter({ hasText: 'Log everyone out' });
  await logout.getByRole('button', { name: 'Withdraw' }).click();
  await expect(logout).toHaveCount(0);
  await expect(done(page)).toContainText('Log everyone out');
  await expect(flights(page).getByRole('listitem')).toHaveCount(3);
  // What is under way survives a reload: it is in the log, not on the page.
  await page.reload();
  await expect(flights(page).getByRole('listitem')).toHaveCount(3);
  await expect(done(page)).toContainText('Log everyone out');
});

test('a fast clock waits for who decides, and the time left runs down', async ({ page }) => {
  const left = flights(page).getByRole('listitem').filter({ hasText: 'Rotate the signing key' });
  const before = (await left.textContent())!;
  await pickSpeed(page, '×600');
  await clockOf(page).getByRole('button', { name: 'Play' }).click();
  await expect(left).not.toHaveText(before);
  await pick(page, 'Legal hold');
  await decision(page).getByRole('combobox', { name: 'Acting as' }).focus();
  await expect(clockOf(page).getByText('Slowed while you decide')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(clockOf(page).getByText('Slowed while you decide')).toHaveCount(0);
  await clockOf(page).getByRole('button', { name: 'Pause' }).click();
  await expect(clockOf(page).getByRole('button', { name: 'Play' })).toBeVisible();
});

test('once its lead time is over the key is another and the feed says so', async ({ page }) => {
  const step = clockOf(page).getByRole('button', { name: 'Step one hour' });
  await step.click();
  await step.click();
  await expect(done(page)).toContainText('Rotate the signing key');
  await expect(flights(page)).not.toContainText('Rotate the signing key');

  await page.goto(`/runs/${runId}/shop`);
  const keys = page.getByRole('row').filter({ hasText: 'training-member-token' });
  await expect(keys).toHaveCount(2);
  await expect(keys.filter({ hasText: 'Withdrawn' })).toHaveCount(1);
  await expect(keys.filter({ hasText: 'Active' })).toHaveCount(1);

  await page.goto(`/runs/${runId}`);
  const feed = page.getByRole('region', { name: 'What changed' });
  await expect(feed).toContainText('New signing key published: version 2');
  await expect(feed).toContainText('Signing key withdrawn: version 1');
  await expect(feed).toContainText('Response withdrawn');
  // Everybody is logged out by it.
  await expect(page.getByRole('main')).toContainText(/Locked out now[1-9][\d.]* M/);
  await feed.getByRole('button', { name: /Signing key withdrawn/ }).click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('key.withdrawn');
});

test('a declaration starts the legal clocks, on every screen', async ({ page }) => {
  const legal = page.getByRole('list', { name: 'Legal deadlines' });
  await expect(legal).toHaveCount(0);
  await pick(page, 'Declare an incident');
  await decision(page).getByRole('radio', { name: 'Critical' }).check();
  await decision(page).getByLabel('What is known').fill('Somebody reads addresses one by one.');
  await decision(page).getByRole('button', { name: 'Declare the incident' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('It cannot be taken back');
  await question.getByRole('button', { name: 'Declare the incident' }).click();
  await expect(question).toHaveCount(0);
  await clockOf(page).getByRole('button', { name: 'Step one hour' }).click();
  const clocks = legal.getByRole('listitem');
  await expect(clocks.first()).toContainText(/Regulator 24 h\s*2[23]:\d\d\s*left/);
  await expect(clocks.nth(1)).toContainText(/72 h\s*7[01]:\d\d\s*left/);
  await page.goto(`/runs/${runId}`);
  await expect(clocks.first()).toContainText('left');
  const feed = page.getByRole('region', { name: 'What changed' });
  await expect(feed).toContainText('Incident declared: critical');
});

test('gate and key keep the attacker out, and the loss ends far lower than doing nothing', async ({
  page,
  api,
}) => {
  test.setTimeout(180_000);
  const { startAt } = await api.run.get.query({ runId });
  await page.goto(`/runs/${runId}/shop`);
  await whenDrivable(page);
  const gates = page.getByRole('region', { name: 'Gateway checks, in order' });
  const issued = gates.getByRole('listitem').filter({ hasText: 'Was issued' });
  await expect(issued).toContainText('off');
  await jumpBy(page, '2025-05-15T09:00');
  await expect(issued).toContainText('on');
  const keys = page.getByRole('table', { name: 'Signing keys' });
  await expect(keys.locator('[title="removed"]').first()).toBeVisible();

  const { truth: after } = await api.run.situation.query({ runId });
  await jumpTo(api, runId, startAt + 12 * DAY_MS);
  const { truth: later } = await api.run.situation.query({ runId });
  expect(later!.attackRequests).toBe(after!.attackRequests);
  expect(later!.accountsLost).toBe(after!.accountsLost);

  await jumpTo(api, runId, (await api.run.get.query({ runId })).endAt);
  const checksum = await finalChecksum(api, runId);
  const { run, truth } = await api.run.situation.query({ runId });
  const nothing = await playedByCommandLine(run);
  expect(nothing.loss.accounts_scaled).toBeGreaterThan(30_000_000);
  expect(truth!.accountsLost).toBeLessThan(nothing.loss.accounts_scaled / 3);
  expect(checksum).not.toBe(nothing.checksum);
  await page.goto(`/runs/${runId}`);
  await expect(page.getByTitle(truth!.accountsLost.toLocaleString('en-GB'))).toBeVisible();
});

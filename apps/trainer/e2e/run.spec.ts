// Goal: what an instructor does in the first minutes works, by mouse and by keyboard.
import type { Page } from '@playwright/test';
import { expect, expectAccessible, newRun, test } from './honest-test.ts';

test.describe.configure({ mode: 'serial' });

let run = '';

const clock = (page: Page) => page.getByRole('group', { name: 'Simulated clock' });

test('a run starts from the defaults, and its history is built', async ({ page }) => {
  test.setTimeout(150_000);
  run = await newRun(page, 'First crisis');
  await expect(clock(page).getByRole('time')).toHaveText(/^16 Nov 22:13/);
  await expect(page.getByRole('region', { name: 'Personal-data requests per hour' })).toBeVisible();
  await page.goto('/runs');
  await expect(page.getByRole('row', { name: /First crisis/ })).toContainText('Ready');
});

test('a step is an hour, playing moves on, a pause stands still', async ({ page }) => {
  await page.goto(run);
  const time = clock(page).getByRole('time');
  await page.getByRole('button', { name: 'Step one hour' }).click();
  await expect(time).toHaveText(/^16 Nov 23:(00|12)/);
  await expect(page.getByText('Mail to Customer care')).toBeVisible();
  await clock(page).getByRole('combobox', { name: 'Speed' }).selectOption({ label: '×3,600' });
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(time).toHaveText(/^17 Nov/);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  const paused = await time.textContent();
  await page.reload();
  await expect(time).toHaveText(paused!);
});

test('a hunt narrows, survives a reload, and opens a record with its token', async ({ page }) => {
  await page.goto(`${run}/hunt`);
  await page.getByRole('combobox', { name: 'Time' }).selectOption({ label: 'Last 30 days' });
  const found = page.getByRole('status').filter({ hasText: 'records' });
  await expect(found).toBeVisible();
  const all = await found.textContent();
  await page.getByRole('combobox', { name: 'Query' }).fill('endpoint:address_list status_code:200');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(found).not.toHaveText(all!);
  await expect(page).toHaveURL(/address_list/);
  await page.reload();
  const record = page.getByRole('row').filter({ hasText: 'address_list' }).first();
  await record.click();
  await expect(page.getByText('What the gateway checked')).toBeVisible();
  await expect(page.getByText('at+jwt')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'my_info' })).toHaveCount(0);
});

test('SQL answers, and cannot reach beyond the records', async ({ page }) => {
  await page.goto(`${run}/hunt`);
  await page.getByText('SQL', { exact: true }).click();
  const editor = page.getByRole('textbox').last();
  await editor.fill('SELECT count(*) > 1000 AS many FROM http_activity');
  await page.getByRole('button', { name: 'Run SQL' }).click();
  await expect(page.getByRole('cell', { name: /yes|true/ })).toBeVisible();
  await editor.fill("SELECT * FROM read_csv('/etc/passwd')");
  await page.getByRole('button', { name: 'Run SQL' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'read_csv' })).toBeVisible();
  await expect(page.getByText('root:')).toHaveCount(0);
});

test('a response shows its price, is confirmed, and works after its lead time', async ({
  page,
}) => {
  await page.goto(`${run}/respond`);
  await page.getByRole('button', { name: /^Rotate the signing key/ }).click();
  await page.getByText('Hard, at once').click();
  await expect(page.getByRole('figure', { name: 'What it would hit' })).toContainText(
    'of daily users',
  );
  await page.getByRole('article').getByRole('button', { name: 'Rotate the signing key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate the signing key' }).click();
  const flight = page.getByRole('region', { name: 'Actions in flight' });
  await expect(flight).toContainText('Rotate the signing key');
  await page.getByRole('button', { name: 'Step one hour' }).click();
  await page.getByRole('button', { name: 'Step one hour' }).click();
  await expect(page.getByRole('region', { name: 'Done' })).toContainText('Rotate the signing key');
  await page.goto(`${run}/shop`);
  await expect(page.getByRole('table', { name: 'Signing keys' })).toContainText('Withdrawn');
});

test('everything is reachable from the keyboard', async ({ page }) => {
  await page.goto(run);
  await expect(page.getByRole('button', { name: 'Play' })).toBeEnabled();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page).toHaveURL(/\/hunt/);
  await expect(page.getByRole('combobox', { name: 'Query' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Query' })).toBeFocused();
  await page.keyboard.type('g s');
  await expect(page).toHaveURL(/\/hunt/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('shop');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/shop/);
});

const SCREENS = ['', '/hunt', '/respond', '/shop'];

test('every screen is accessible, in every colour scheme and in Korean', async ({ page }) => {
  test.setTimeout(150_000);
  for (const path of ['/runs', '/runs/new']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page, path);
  }
  for (const theme of ['Dark', 'Light', 'High contrast']) {
    await page.goto(run);
    await page.getByRole('button', { name: 'Colours' }).click();
    await page.getByText(theme, { exact: true }).click();
    for (const screen of SCREENS) {
      await page.goto(run + screen);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expect(page.getByRole('button', { name: 'Play' })).toBeEnabled();
      await expectAccessible(page, `${theme} ${screen}`);
    }
  }
  await page.getByRole('button', { name: '한국어로 보기' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
});

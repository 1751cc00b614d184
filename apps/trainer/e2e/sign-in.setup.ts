import { join } from 'node:path';
import { expect, test } from '@playwright/test';

// Goal: the link that a first start prints lets its reader in, once, and makes an account.
test('the first sign-in link makes the instructor', async ({ page, browser }) => {
  const link = process.env['DWELL_LINK']!;
  await page.goto(link);
  await page.getByLabel('Name').fill('Mina');
  await page.getByLabel('E-mail').fill('mina@dwell.example');
  await page.getByLabel('Password', { exact: true }).fill('correct horse');
  await page.getByLabel('Password again').fill('correct horse');
  await page.getByRole('button', { name: 'Keep and continue' }).click();
  await expect(page).toHaveURL(/\/runs$/);
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible();
  await page
    .context()
    .storageState({ path: join(process.env['DWELL_E2E_HOME']!, 'browser-state.json') });

  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await other.goto(link);
  await expect(other.getByText('This link has been used or has expired')).toBeVisible();
  await stranger.close();
});

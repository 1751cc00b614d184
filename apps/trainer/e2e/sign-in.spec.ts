// Goal: who has an account gets in with its password, who has not is told so, and out means out.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { apiOf } from './support/api.ts';
import { expect, test } from './support/test.ts';

test.use({ storageState: { cookies: [], origins: [] } });

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function typePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a wrong password is refused in words, the right one opens, signing out ends it', async ({
  page,
  context,
  baseURL,
  watch,
}) => {
  watch.allow(/status of 401/);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('mina@dwell.example');
  await typePassword(page, 'wrong horse');
  await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toHaveText(
    /E-mail or password is wrong/,
  );
  await expect(page).toHaveURL(/\/sign-in$/);
  await typePassword(page, 'correct horse');
  await expect(page.getByRole('heading', { name: 'Exercises' })).toBeVisible();

  const before = await context.cookies();
  await expect(apiOf(baseURL!, before).run.list.query()).resolves.toBeInstanceOf(Array);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
  await page.goto('/runs');
  await expect(page).toHaveURL(/\/sign-in$/);
  // A cookie that was copied before is worth nothing either.
  await expect(apiOf(baseURL!, before).run.list.query()).rejects.toThrow();
});

test('the way back in that a refusal names works, once', async ({ page, browser }) => {
  const home = join(process.env['DWELL_E2E_HOME']!, 'data');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['scripts/start.mjs', '--sign-in-link'],
    { cwd: root, env: { ...process.env, DWELL_HOME: home, DATABASE_URL: '' } },
  );
  const link = /Sign in: (\S+)/.exec(stdout)![1]!;
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Exercises' })).toBeVisible();
  const stranger = await browser.newContext({ locale: 'en-GB' });
  const other = await stranger.newPage();
  await other.goto(link);
  await expect(other.getByText(/used or has expired/)).toBeVisible();
  await stranger.close();
});

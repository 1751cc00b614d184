import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** Fills in the form of a new run as far as it is not left as it comes, and starts it. */
export async function startRun(
  page: Page,
  name: string,
  start: string | null,
  scale: string,
): Promise<string> {
  await page.goto('/runs');
  await page.getByRole('link', { name: 'New run' }).first().click();
  if (start !== null) {
    await page.getByRole('radio', { name: /^The key that left \d+ days/ }).check();
    await page.getByRole('radio', { name: start }).check();
  }
  await page.getByLabel('Name').fill(name);
  await expect(page.getByLabel('Scale', { exact: true })).toHaveValue('10000');
  await page.getByLabel('Scale', { exact: true }).selectOption(scale);
  const estimate = page.getByRole('region', { name: 'Estimate' });
  await expect(estimate).toContainText(/Log records\s*≈ \d/);
  await page.getByRole('button', { name: 'Start the run' }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  return /[0-9a-f-]{36}$/.exec(page.url())![0];
}

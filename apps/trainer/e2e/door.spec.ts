import { expect, test } from '@playwright/test';

test.use({ storageState: { cookies: [], origins: [] } });

test('who is not signed in sees the door and nothing behind it', async ({ page }) => {
  await page.goto('/');
  await expect(
    page.getByRole('heading', { name: 'How long does an intruder stay unseen?' }),
  ).toBeVisible();
  for (const path of ['/runs', '/runs/new', '/runs/anything/hunt']) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/(sign-in)?$/);
  }
});

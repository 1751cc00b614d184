import { join } from 'node:path';
import { expect, test } from './support/test.ts';

// Goal: the link that a first start prints lets its reader in, once, and makes an account.
test('the first sign-in link makes the instructor, once', async ({ page, browser, watch }) => {
  watch.allow(/status of 401/);
  const link = process.env['DWELL_LINK']!;
  const { origin } = new URL(link);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible();
  // The token is out of the address, where others might read it.
  await expect(page).toHaveURL(/\/sign-in$/);

  const stranger = await browser.newContext({ locale: 'en-GB' });
  await test.step('there is no default password, and nobody signs up', async () => {
    const send = (path: string, data: object) =>
      stranger.request.post(`${origin}/api/auth${path}`, { headers: { origin }, data });
    for (const [email, password] of [
      ['instructor@dwell.invalid', 'instructor'],
      ['admin@dwell.invalid', 'password'],
    ])
      expect((await send('/sign-in/email', { email, password })).status(), email).toBe(401);
    const eve = { name: 'Eve', email: 'eve@example.com', password: 'a long enough password' };
    expect((await send('/sign-up/email', eve)).ok()).toBe(false);
  });
  await test.step('a used link is refused and says what to do', async () => {
    const other = await stranger.newPage();
    await other.goto(link);
    const message = other.getByRole('alert').filter({ hasText: /used or has expired/ });
    await expect(message).toContainText('npm start -- --sign-in-link');
    await other.goto(`${origin}/runs`);
    await expect(other).toHaveURL(/\/sign-in$/);
  });
  await stranger.close();

  const password = page.getByLabel('Password', { exact: true });
  await test.step('a password that is too short or mistyped is not taken', async () => {
    await page.getByLabel('Name').fill('Mina');
    await page.getByLabel('E-mail').fill('mina@dwell.example');
    await password.fill('short');
    await page.getByLabel('Password again').fill('shorter');
    await page.getByRole('button', { name: 'Keep and continue' }).click();
    await expect(page.getByText('The two passwords differ.')).toBeVisible();
    await expect(password).toHaveAttribute('aria-invalid', 'true');
  });

  await password.fill('correct horse');
  await page.getByLabel('Password again').fill('correct horse');
  await page.getByRole('button', { name: 'Keep and continue' }).click();
  await expect(page).toHaveURL(/\/exercises$/);
  await expect(page.getByRole('heading', { name: 'Exercises' })).toBeVisible();
  await page
    .context()
    .storageState({ path: join(process.env['DWELL_E2E_HOME']!, 'browser-state.json') });
});

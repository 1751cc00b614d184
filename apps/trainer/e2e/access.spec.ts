// Goal: nothing is to be had without signing in, and nothing leaves for anywhere else.
import { appRouter } from '@dwell/simulator/router';
import { clockOf, whenDrivable } from './support/clock.ts';
import { makeRun, MID_ATTACK } from './support/runs.ts';
import { expect, test } from './support/test.ts';

const SCREENS = ['', '/alerts', '/hunt', '/rules', '/respond', '/shop'];

test.describe('a stranger', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('sees the door and nothing behind it', async ({ page }) => {
    await page.goto('/');
    await expect(
      page.getByRole('heading', { name: 'How long does an intruder stay unseen?' }),
    ).toBeVisible();
    for (const path of [
      '/exercises',
      '/exercises/new',
      '/runs',
      '/runs/new',
      ...SCREENS.map((each) => `/runs/anything${each}`),
    ]) {
      await page.goto(path);
      await expect(page, path).toHaveURL(/\/sign-in$/);
    }
    await expect(page.getByLabel('Password')).toBeVisible();
  });

  test('is refused by every procedure', async ({ request }) => {
    type Procedures = Readonly<Record<string, { _def: { type: string } }>>;
    const procedures = appRouter._def.procedures as unknown as Procedures;
    const names = Object.keys(procedures);
    expect(names.length).toBeGreaterThan(25);
    // Whoever holds a code may look at the door of its exercise; everything else asks who you are.
    for (const name of names.filter((each) => each !== 'exercise.door')) {
      const answer =
        procedures[name]!._def.type === 'mutation'
          ? await request.post(`/api/trpc/${name}`, { data: {} })
          : await request.get(`/api/trpc/${name}?input=${encodeURIComponent('{}')}`);
      expect(await answer.text(), name).toContain('UNAUTHORIZED');
    }
  });

  test('is refused as a page of another site, and gets no link by asking', async ({ request }) => {
    const crossed = await request.get('/api/trpc/run.list', {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(crossed.status()).toBe(403);
    const link = await request.post('/api/sign-in-link', {
      headers: { authorization: 'Bearer guess' },
    });
    expect(link.ok()).toBe(false);
    const elsewhere = await request.get('/', { headers: { host: 'rebound.example' } });
    expect(elsewhere.status()).toBe(421);
  });
});

test('pages carry headers that keep others out', async ({ request }) => {
  for (const path of ['/', '/sign-in', '/runs', '/runs/new', '/nowhere']) {
    const headers = (await request.get(path)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, path).toContain("default-src 'self'");
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy, path).toContain(part);
    expect(policy, path).not.toMatch(/https?:|\*/);
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get('/')).headers()['content-security-policy']),
  );
  expect(policies[0]).not.toBe(policies[1]);
});

test('a whole visit asks nobody but the server', async ({ page, api, watch, baseURL }) => {
  const run = await makeRun(api, { name: 'A visit', start: MID_ATTACK });
  for (const path of ['/', '/runs', '/runs/new']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  for (const screen of SCREENS) {
    await page.goto(`/runs/${run.id}${screen}`);
    await whenDrivable(page);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeAttached();
  }
  await clockOf(page).getByRole('button', { name: 'Step one hour' }).click();
  await expect(page.getByText(/10 May 10:00/).first()).toBeVisible();
  expect(watch.asked.length).toBeGreaterThan(30);
  const elsewhere = watch.asked.filter((url) => !url.startsWith(`${baseURL}/`));
  expect(elsewhere.filter((url) => !/^(data|blob):/.test(url))).toEqual([]);
});

// Goal: alerts are worked from the keyboard, nothing jumps and nothing is lost; rules are written
// with what is wrong pointed at.
import type { Locator, Page } from '@playwright/test';
import { raiseAlerts } from './support/alerts.ts';
import { DAY_MS, jumpTo, makeRun, MID_ATTACK } from './support/runs.ts';
import { expect, test } from './support/test.ts';

const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Rule text' });
const drawer = (page: Page): Locator => page.getByRole('complementary', { name: 'Alert' });
const lines = (page: Page): Locator => page.getByRole('main').locator('li button');

let runId = '';
test.beforeEach(async ({ api }) => {
  if (runId) return;
  runId = (await makeRun(api, { name: 'Queue', start: MID_ATTACK })).id;
  await raiseAlerts(api, runId);
});

test('the queue is worked from the keyboard, and what is buried can be dug up', async ({
  page,
  api,
}) => {
  await page.goto(`/runs/${runId}/alerts`);
  await expect(lines(page).first()).toBeVisible();
  const all = await lines(page).count();
  const link = (await api.alert.list.query({ runId }))[1]!;
  await page.goto(`/runs/${runId}/alerts?alert=${encodeURIComponent(link.id)}`);
  await expect(drawer(page)).toContainText(Object.values(link.group)[0]!);
  await page.keyboard.press('k');
  await expect(lines(page).first()).toHaveAttribute('aria-current', 'true');
  await drawer(page).getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('k');
  await page.keyboard.type('xjx');
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('b');
  const form = page.getByRole('form', { name: 'Judge' });
  await expect(form).toContainText(/out of the queue/);
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Say why');
  await page.keyboard.type('The monthly clean-up, announced');
  await page.keyboard.press('Enter');
  await expect(lines(page)).toHaveCount(all - 2);
  await page.getByRole('radio', { name: 'Quiet 2' }).check();
  await expect(lines(page)).toHaveCount(2);
  await lines(page).first().click();
  await expect(drawer(page)).toContainText('The monthly clean-up, announced');
  await expect(drawer(page)).toContainText(/quiet until \d+ \w+/);
  await page.keyboard.press('u');
  await expect(page.getByRole('radio', { name: 'Quiet 1' })).toBeAttached();

  await page.getByRole('radio', { name: /^Open/ }).check();
  await page.keyboard.type('ja');
  await expect(lines(page).first()).toContainText('Mina');
  const judged = (await api.alert.list.query({ runId })).find((alert) => alert.verdict);
  expect(judged).toMatchObject({ verdict: 'benign', verdictBy: 'soc-lead' });
});

test('new alerts wait until they are asked for, and nothing jumps', async ({ page, api }) => {
  await page.goto(`/runs/${runId}/alerts`);
  await expect(lines(page).first()).toBeVisible();
  const before = await lines(page).count();
  const { clock } = await api.run.get.query({ runId });
  await jumpTo(api, runId, clock.now + 3 * DAY_MS);
  const fresh = page.getByRole('button', { name: /\d+ new/ });
  await expect(fresh).toBeVisible({ timeout: 30_000 });
  expect(await lines(page).count()).toBe(before);
  await fresh.click();
  await expect.poll(() => lines(page).count()).toBeGreaterThan(before);
});

test('a rule in the making is pointed at where it is wrong, and is never lost', async ({
  page,
  api,
}) => {
  await page.goto(`/runs/${runId}/rules`);
  await expect(editor(page)).toBeVisible();
  await page.keyboard.press('c');
  await expect(editor(page)).toContainText('name: my-rule');
  await editor(page).getByText('status_code').first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('endp');
  await page.getByRole('option', { name: /^endpoint/ }).click();
  await page.getByRole('option', { name: 'address_list' }).click();
  await expect(editor(page)).toContainText('endpoint: address_list');
  await expect(page.getByText('Reads well')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('no_such_field: 3');
  const problem = page.getByRole('button', { name: /error.*line 15, column 5.*no_such_field/ });
  await expect(problem).toBeVisible();
  const deployment = page.getByRole('region', { name: 'Deploy' });
  await expect(deployment.getByRole('button', { name: 'Deploy' })).toBeDisabled();

  await page.reload();
  await expect(editor(page)).toContainText('no_such_field');
  await problem.click();
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Control+Shift+K');
  await expect(page.getByText('Reads well')).toBeVisible();
  await page.getByRole('button', { name: 'Save as my-rule' }).click();
  await expect(page).toHaveURL(/rule=my-rule/);
  const saved = (await api.rule.list.query({ runId })).find((rule) => rule.name === 'my-rule');
  expect(saved).toMatchObject({ origin: 'own', state: 'library' });
  expect(saved!.text).toContain('endpoint: address_list');
});

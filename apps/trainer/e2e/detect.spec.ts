// Goal: somebody who knows nothing of the attack finds it by what the screens offer: a hunt, a rule
// made of it, its test over the logs, its deployment, an alert, a verdict.
import type { Locator, Page } from '@playwright/test';
import { clockOf, jumpBy, whenDrivable } from './support/clock.ts';
import { DAY_MS, jumpTo } from './support/runs.ts';
import { startRun } from './support/start-run.ts';
import { expect, test } from './support/test.ts';

const screen = (page: Page, name: RegExp): Locator =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name });
const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Rule text' });
const backtest = (page: Page): Locator => page.getByRole('region', { name: 'Backtest' });
const deployment = (page: Page): Locator => page.getByRole('region', { name: 'Deploy' });
const drawer = (page: Page): Locator => page.getByRole('complementary', { name: 'Alert' });
const lines = (page: Page): Locator => page.getByRole('main').locator('li button');

/** Deploys the rule on screen and sees it on its way. */
async function deploy(page: Page): Promise<void> {
  await deployment(page).getByRole('button', { name: 'Deploy', exact: true }).click();
  const last = page.getByRole('dialog');
  await expect(last).toContainText(/Price.*Takes: 30 min/);
  await last.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(deployment(page)).toContainText(/Deploying.*left/);
  await expect(deployment(page).getByRole('button', { name: 'Take back' })).toBeVisible();
}

test.describe.configure({ mode: 'serial' });

let runId = '';

test('from a hunt to a rule, an alert and a verdict, by what the screens offer', async ({
  page,
}) => {
  test.setTimeout(300_000);
  runId = await startRun(page, 'Detection', 'Campaign', '10000');
  await whenDrivable(page);
  await jumpBy(page, '2025-05-01T09:00');

  await screen(page, /^Alerts/).click();
  await expect(page.getByText('No open alerts')).toBeVisible();
  await screen(page, /^Hunt/).click();
  await page.getByRole('button', { name: /^Saved hunts/ }).click();
  await page.getByRole('button', { name: /^Requests for customers who do not exist/ }).click();
  const answer = page.getByRole('table', { name: 'SQL' });
  await answer.getByRole('cell').first().click();
  const bar = page.getByRole('combobox', { name: 'Query' });
  await expect(bar).toHaveValue(/^src_ip:[\d.]+$/);
  const fields = page.getByRole('region', { name: 'Fields' });
  await fields.getByRole('button', { name: 'Only 404' }).click();
  await expect(bar).toHaveValue(/ status_code:404$/);

  await bar.fill('status_code:404 -src_network_kind:');
  const offer = page.getByRole('option', { name: /^batch/ });
  await expect(offer).toContainText(/\d/);
  await offer.click();
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(/q=status_code%3A404\+-src_network_kind%3Abatch/);
  await page.getByRole('button', { name: 'Turn into a rule' }).click();
  await page.getByLabel('What its alerts are called').fill('Customers who are not there');
  await page.getByRole('button', { name: 'Write the rule' }).click();

  await expect(editor(page)).toContainText('name: customers-who-are-not-there');
  await expect(page.getByText('Reads well')).toBeVisible();
  await editor(page).press('Control+Enter');
  await expect(backtest(page)).toContainText('Largest groups', { timeout: 60_000 });
  await expect(backtest(page)).toContainText(/Alerts\d+/);
  await expect(
    backtest(page).getByRole('img', { name: /^A day\. Alerts begun: [1-9]/ }),
  ).toBeVisible();
  await deploy(page);
  await expect(page).toHaveURL(/rule=customers-who-are-not-there/);

  await jumpBy(page, '2025-05-03T09:00');
  await expect(deployment(page)).toContainText(/Deployed.*Looking since/);
  const badge = screen(page, /^Alerts/);
  await expect(badge).toContainText(/\d+ open/, { timeout: 30_000 });
  await badge.click();
  await lines(page).first().click();
  await expect(drawer(page)).toContainText('Customers who are not there');
  await expect(drawer(page).getByRole('table').getByRole('cell').first()).toBeVisible();
  await page.keyboard.press('t');
  await page.getByLabel('Reason').fill('One address asks for customers who never existed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '1 judged true' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Judged 1$/ })).toBeAttached();
  // A true alert is awareness: the legal clocks start with the next minute.
  await clockOf(page).getByRole('button', { name: 'Step one hour' }).click();
  await expect(page.getByRole('banner')).toContainText('Regulator 24 h');
  // What an alert is about is a click away from being stopped.
  await page.getByRole('radio', { name: /^Judged 1$/ }).check();
  await lines(page).first().click();
  await drawer(page).getByRole('link', { name: 'Block an address' }).click();
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue(/^[\d.]+$/);
});

test('a rule that waits for a control says so and leads to it; bought, it alerts', async ({
  page,
  api,
}) => {
  test.setTimeout(180_000);
  await page.goto(`/runs/${runId}/rules?rule=token-never-issued`);
  await expect(editor(page)).toContainText('token_issued');
  await expect(page.getByText(/token_issued is empty until/).first()).toBeVisible();
  await deploy(page);
  await page.getByRole('link', { name: 'Buy: issued tokens' }).first().click();
  await expect(page.getByRole('heading', { name: 'Enrich the logs' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Name' })).toHaveValue('token-issued');
  await page
    .getByRole('main')
    .getByRole('button', { name: 'Enrich the logs', exact: true })
    .last()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enrich the logs' }).click();
  await expect(page.getByText('Started: Enrich the logs')).toBeVisible();

  const { clock } = await api.run.get.query({ runId });
  await jumpTo(api, runId, clock.now + 5 * DAY_MS);
  await page.goto(`/runs/${runId}/alerts?q=token-never-issued`);
  await expect(page.getByRole('region', { name: 'Token that was never issued' })).toContainText(
    'Critical',
  );
  await lines(page).first().click();
  await drawer(page).getByRole('link', { name: 'Open in Hunt' }).click();
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue(/token_issued:false/);
  await expect(page.getByText(/^[\d,]+ records?$/)).toBeVisible();
});

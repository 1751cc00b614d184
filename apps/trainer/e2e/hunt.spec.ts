// Goal: a hunter narrows millions of records to the few that matter, by query, by mouse and by SQL.
import type { Locator, Page } from '@playwright/test';
import { whenDrivable } from './support/clock.ts';
import { DAY_MS, jumpTo, makeRun, MID_ATTACK } from './support/runs.ts';
import { expect, test } from './support/test.ts';

const TOKENS_PER_SUBJECT = 2 ** 25;

let runId = '';

test.beforeEach(async ({ page, api }) => {
  runId ||= (await makeRun(api, { name: 'Hunt', start: MID_ATTACK })).id;
  await page.goto(`/runs/${runId}/hunt`);
  await whenDrivable(page);
});

const records = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: /\d records?/ });

/** How many records the question finds, once the answer to it is there. */
async function found(page: Page): Promise<number> {
  await expect(records(page)).toContainText(/\d records?/);
  await expect(records(page)).not.toContainText('Loading');
  const words = (await records(page).textContent())!;
  return Number(/([\d,]+) records?/.exec(words)![1]!.replaceAll(',', ''));
}

async function ask(page: Page, query: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Query' }).fill(query);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

const rows = (page: Page): Locator =>
  page
    .getByRole('table', { name: 'Record' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });

test('the query bar filters, completes, and points at what it cannot read', async ({ page }) => {
  const all = await found(page);
  expect(all).toBeGreaterThan(500);
  await ask(page, 'endpoint:address_list status_code:200');
  await expect(page).toHaveURL(/q=endpoint%3Aaddress_list/);
  await expect.poll(() => found(page)).toBeLessThan(all);
  const lists = await found(page);
  await expect(rows(page).filter({ hasText: 'address_list' }).first()).toBeVisible();
  await expect(rows(page).filter({ hasText: 'my_info' })).toHaveCount(0);
  await ask(page, 'endpoint:address_list -status_code:200');
  await expect.poll(() => found(page)).not.toBe(lists);

  const bar = page.getByRole('combobox', { name: 'Query' });
  await bar.fill('');
  await bar.pressSequentially('endpoint:add');
  const offer = page.getByRole('option', { name: /^address_list [\d,]+$/ });
  await expect(offer).toBeVisible();
  await bar.press('ArrowDown');
  await bar.press('Enter');
  await expect(bar).toHaveValue(/^endpoint:address_(list|edit) $/);

  await ask(page, 'endpoint:(address_list');
  const problem = page.getByRole('alert').filter({ hasText: /column \d+/ });
  await expect(problem).toBeVisible();
  await expect(problem).not.toContainText(/ at |\.ts|Error:/);
});

test('a click on a value writes the query, a second kind leaves it out', async ({ page }) => {
  const all = await found(page);
  const fields = page.getByRole('region', { name: 'Fields' });
  const field = fields.getByRole('button', { name: /^endpoint/ });
  if ((await field.getAttribute('aria-expanded')) === 'false') await field.click();
  const only = fields.getByRole('button', { name: 'Only address_list' });
  await only.click();
  const bar = page.getByRole('combobox', { name: 'Query' });
  await expect(bar).toHaveValue('endpoint:address_list');
  await expect(only).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => found(page)).toBeLessThan(all);
  const lists = await found(page);
  await fields.getByRole('button', { name: 'Without address_list' }).click();
  await expect(bar).toHaveValue('-endpoint:address_list');
  await expect.poll(() => found(page)).toBe(all - lists);
  await page.goBack();
  await expect(bar).toHaveValue('endpoint:address_list');
  await expect.poll(() => found(page)).toBe(lists);
});

test('dragging over the histogram narrows the time, and the address keeps it', async ({ page }) => {
  const all = await found(page);
  const histogram = page.getByRole('img', { name: /^Records over time/ });
  const { x, y, width, height } = (await histogram.boundingBox())!;
  await page.mouse.move(x + width * 0.5, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.6, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=\d+&to=\d+/);
  await expect.poll(() => found(page)).toBeLessThan(all / 2);
  const some = await found(page);
  await expect(histogram).toHaveAttribute(
    'aria-label',
    new RegExp(` ${some.toLocaleString('en-GB')} records?$`),
  );
  const times = page.getByRole('combobox', { name: 'Time' });
  await expect(times).toHaveValue('own');
  const { href } = new URL(page.url());
  await page.reload();
  expect(page.url()).toBe(href);
  await expect.poll(() => found(page)).toBe(some);
  await times.selectOption({ label: 'Last day' });
  await expect.poll(() => found(page)).toBe(all);
});

test('a record opens with its token taken apart, and the address brings it back', async ({
  page,
}) => {
  await ask(page, 'endpoint:address_list token_uid:*');
  await rows(page).first().click();
  const drawer = page.getByRole('complementary', { name: 'Record' });
  await expect(drawer.getByRole('heading', { name: 'Access token' })).toBeVisible();
  const part = async (name: string) => {
    const value = drawer.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) });
    return (await value.first().locator('xpath=following-sibling::dd').textContent())!;
  };
  expect(await part('alg')).toBe('EdDSA');
  expect(await part('kid')).toMatch(/^training-member-token-\d+-/);
  expect(await part('iat')).toMatch(/^\d+ \w+ \d\d:\d\d/);
  const jti = Number(await part('jti'));
  expect(Number(await part('sub'))).toBe(Math.floor(jti / TOKENS_PER_SUBJECT));
  expect((await part('token_uid')).replaceAll(',', '')).toBe(String(jti));
  await expect(drawer.getByRole('listitem').filter({ hasText: 'Key known' })).toContainText(
    'passed',
  );
  await expect(drawer).toContainText('the signature itself is never logged');

  await expect(page).toHaveURL(/rec=0/);
  await page.reload();
  await expect(drawer).toContainText(String(jti));
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue(
    'endpoint:address_list token_uid:*',
  );
  await drawer.getByRole('button', { name: /^All with token_uid/ }).click();
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue(`token_uid:${jti}`);
  await drawer.waitFor({ state: 'detached' });
});

test('SQL answers as the search does, and a link to a question brings its answer', async ({
  page,
}) => {
  await page.getByRole('combobox', { name: 'Time' }).selectOption({ label: 'All kept logs' });
  await expect(page).toHaveURL(/span=all/);
  const all = await found(page);
  await page.getByRole('radio', { name: 'SQL' }).check();
  const statement = page.getByRole('textbox', { name: 'SQL' });
  await statement.fill('SELECT count(*)::VARCHAR AS n FROM http_activity');
  await page.getByRole('button', { name: 'Run SQL' }).click();
  const cell = page.getByRole('table', { name: 'SQL' }).getByRole('cell');
  await expect(cell).toHaveText(String(all));
  await page.reload();
  await expect(cell).toHaveText(String(all));
});

test('a hostile statement is refused in plain words', async ({ page }) => {
  await page.getByRole('radio', { name: 'SQL' }).check();
  const statement = page.getByRole('textbox', { name: 'SQL' });
  const refusal = page.getByRole('main').getByRole('alert');
  for (const [sql, words] of [
    ["SELECT * FROM read_text('/etc/passwd')", /read_text.*not available/],
    ["COPY (SELECT 1) TO '/tmp/out.csv'", /only SELECT/],
    ["ATTACH '/tmp/other.db'", /only SELECT/],
    ['DROP VIEW http_activity', /only SELECT/],
    ["SELECT getenv('HOME')", /getenv.*not available/],
    ['SELECT 1; SELECT 2', /2 statements at once/],
    ['SELECT * FROM duckdb_settings()', /not available/],
    ["SELECT * FROM 'labels/segments/*/*.parquet'", /no table/],
  ] as const) {
    await statement.fill(sql);
    await page.getByRole('button', { name: 'Run SQL' }).click();
    await expect(refusal, sql).toContainText(words);
    await expect(refusal, sql).not.toContainText(/\.[jt]s:|node_modules|at Object/);
  }
  await statement.fill('SELECT 42 AS answer');
  await statement.press('Control+Enter');
  await expect(page.getByRole('table', { name: 'SQL' }).getByRole('cell')).toHaveText('42');
});

test('shipped hunts bring their question, their reason and an answer', async ({ page }) => {
  await page.getByRole('radio', { name: 'SQL' }).check();
  const saved = page
    .getByRole('region', { name: 'Saved hunts' })
    .getByRole('listitem')
    .getByRole('button');
  await expect.poll(() => saved.count()).toBeGreaterThan(3);
  for (let n = 0; n < (await saved.count()); n++) {
    await saved.nth(n).click();
    await expect(saved.nth(n)).toHaveAttribute('aria-current', 'true');
    await expect(page.getByText(/\d+ records? · \d+ ms/)).toBeVisible();
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  }
});

test('an enrichment is empty until it is bought, and tells only of what comes after', async ({
  page,
  api,
}) => {
  const values = async () => {
    const sql = `SELECT count(*), count(token_issued), count(*) FILTER (WHERE NOT token_issued)
      FROM http_activity WHERE time > (SELECT max(time) FROM http_activity) - INTERVAL 12 HOUR`;
    const { rows: answer } = await api.hunt.sql.query({ runId, sql });
    return answer[0]!.map(Number) as [number, number, number];
  };
  const [all, known] = await values();
  expect(all).toBeGreaterThan(100);
  expect(known).toBe(0);
  const fields = page.getByRole('region', { name: 'Fields' });
  const field = fields.getByRole('button', { name: /^token_issued/ });
  await expect(field).toContainText('not bought');

  const buy = { response: 'enrich', params: { name: 'token-issued' }, as: 'soc-lead' } as const;
  await api.response.act.mutate({ runId, ...buy });
  const { clock } = await api.run.get.query({ runId });
  await jumpTo(api, runId, clock.now + 2 * DAY_MS);
  // The clock may be there a moment before the last records are.
  await expect.poll(async () => (await values())[1]).toBeGreaterThan(100);
  const [allNow, knownNow, neverIssued] = await values();
  expect(knownNow).toBe(allNow);
  expect(neverIssued).toBeGreaterThan(0);
  await page.goto(`/runs/${runId}/hunt?q=${encodeURIComponent('token_issued:false')}`);
  await expect(field).toContainText(/(?<!not )bought/);
  await expect.poll(() => found(page)).toBeGreaterThan(0);
});

// Goal: the shop itself can be looked at: its people, its keys, its gates and every customer.
import { whenDrivable } from './support/clock.ts';
import { makeRun, MID_ATTACK } from './support/runs.ts';
import { expect, test } from './support/test.ts';

let runId = '';

test.beforeEach(async ({ page, api }) => {
  runId ||= (await makeRun(api, { name: 'Shop', start: MID_ATTACK })).id;
  await page.goto(`/runs/${runId}/shop`);
  await whenDrivable(page);
});

test('the organisation shows who left, and the register who of them could read the key', async ({
  page,
}) => {
  const people = page.getByRole('region', { name: 'People' });
  await expect.poll(() => people.getByRole('listitem').count()).toBeGreaterThan(20);
  const leavers = people.getByRole('listitem').filter({ hasText: /left \d+ [A-Z]/ });
  const leaver = leavers.filter({ hasText: 'left 13 Dec' });
  await expect(leaver).toHaveCount(1);
  await expect(people).toContainText(`${await leavers.count()} left`);
  const name = (await leaver.locator('.line-through').textContent())!;

  const keys = page.getByRole('table', { name: 'Signing keys' });
  for (const head of ['Key', 'State', 'Age', 'Owner', 'Custodians', 'Readers', 'Copies'])
    await expect(keys.getByRole('columnheader', { name: head })).toBeVisible();
  const memberKey = keys.getByRole('row').filter({ hasText: 'training-member-token' });
  await expect(memberKey).toContainText('Active');
  await expect(memberKey).toContainText(`${name} ◇`);
  await expect(memberKey).toContainText('Hard-coded in the local settings');
});

test('the gates stand in order, some lit and some not', async ({ page }) => {
  const gates = page
    .getByRole('region', { name: 'Gateway checks, in order' })
    .getByRole('listitem');
  await expect(gates).toHaveCount(8);
  await expect(gates.first()).toContainText('Key known');
  await expect(gates.first()).toContainText('on');
  await expect(gates.filter({ hasText: 'Was issued' })).toContainText('off');
  await expect(gates.filter({ hasText: 'Subject exists' })).toContainText('off');
});

test('the seeded customers can be paged and searched', async ({ page }) => {
  const panel = page.getByRole('region', { name: 'Customers' });
  const row = page.getByRole('table', { name: 'Customers' }).getByRole('row').nth(1);
  const name = row.getByRole('cell').nth(1);
  await expect(row).toContainText('@');
  const first = (await name.textContent())!;
  await expect(panel).toContainText(/1–\d+ \/ 500/);
  await panel.getByRole('button', { name: 'Later page' }).click();
  await expect(name).not.toHaveText(first);
  const wanted = (await name.textContent())!;
  await panel.getByLabel('Name or member number').fill(wanted);
  await expect(panel).not.toContainText('/ 500');
  await expect(name).toHaveText(wanted);
  await row.getByRole('button').click();
  const drawer = page.getByRole('complementary', { name: 'Details' });
  await expect(drawer.getByRole('heading', { name: wanted })).toBeVisible();
  await expect(drawer).toContainText('@');
  await expect(page).toHaveURL(/member=\d+/);
  await panel.getByLabel('Name or member number').fill('zzzz nobody');
  await expect(panel).toContainText('Nobody by that name or number');
});

test('any number can be looked up, whether somebody has it or not', async ({ page, api }) => {
  const panel = page.getByRole('region', { name: 'Customers' });
  const drawer = page.getByRole('complementary', { name: 'Details' });
  // Two numbers far from the seeded set, one of a member and one of nobody.
  const numbers = Array.from({ length: 40 }, (_, i) => 40_000_001 + i);
  const cards = await Promise.all(
    numbers.map((number) => api.shop.customer.query({ runId, number })),
  );
  const member = cards.find((card) => card !== null && card.addresses.length > 0)!;
  const nobody = numbers[cards.indexOf(null)]!;
  for (const [number, words] of [
    [member.number, member.name],
    [nobody, 'This number belongs to nobody'],
  ] as const) {
    await panel.getByLabel('Name or member number').fill(String(number));
    await panel.getByRole('button', { name: /^Look up/ }).click();
    await expect(drawer).toContainText(words);
    await expect(page).toHaveURL(new RegExp(`member=${number}`));
  }
  await page.goto(`/runs/${runId}/shop?member=${member.number}`);
  await expect(drawer).toContainText(member.addresses[0]!.line);
  await drawer.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/hunt\\?q=target_uid%3A${member.number}`));
});

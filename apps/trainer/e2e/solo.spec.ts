// Goal: one person alone plays both exercises from their door to the hot wash by what the screens
// offer, with bots in the seats that they leave, and is told no more than anybody who plays.
import type { Page } from '@playwright/test';
import type { Api } from './support/api.ts';
import { caughtUp, clockOf, shownTime } from './support/clock.ts';
import { listen } from './support/heard.ts';
import { leaksIn } from './support/secrets.ts';
import { goTo, openItem, pressTwice, settleIn } from './support/seats.ts';
import { expect, test } from './support/test.ts';

const exerciseIdOf = (page: Page): string => /\/seat\/([0-9a-f-]{36})/.exec(page.url())![1]!;

/** Starts from the waiting screen as soon as the world stands; the introduction is put away. */
async function begin(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await expect(async () => {
    await start.click({ timeout: 2_000 });
    await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/, { timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await settleIn({ page });
}

/** Chooses the phase of the programme: its clock begins to run. */
async function enterPhase(page: Page, title: string): Promise<void> {
  await goTo({ page }, 'Situation');
  await page.getByRole('combobox', { name: 'Phase' }).selectOption({ label: title });
}

/** Jumps ahead while the clock goes on, so that bots do; waits until the world has followed. */
async function jumpOn(page: Page, local: string): Promise<void> {
  await clockOf(page).getByRole('button', { name: 'Jump' }).click();
  const menu = page.getByRole('dialog', { name: 'Jump forward' });
  await menu.getByLabel('To a moment').fill(local);
  await menu.getByRole('button', { name: 'Jump', exact: true }).click();
  const moment = Date.parse(`${local}:00+09:00`);
  // A playing clock shows how far the world has got: on a busy machine it takes its time.
  await expect.poll(() => shownTime(page), { timeout: 60_000 }).toBeGreaterThanOrEqual(moment);
  await caughtUp(page);
}

/** Opens an item of the inbox and gives one of its answers, at its price. */
async function answer(page: Page, subject: string, option: RegExp): Promise<void> {
  await goTo({ page }, 'Inbox');
  const item = await openItem({ page }, subject);
  await item.getByRole('radio', { name: option }).check();
  await pressTwice(page, 'Answer');
  await expect(item.getByRole('region', { name: 'Answers' })).toBeVisible();
}

/** Ends it; the screen asks for strengths and gaps. */
async function finish(page: Page): Promise<void> {
  await goTo({ page }, 'Situation');
  await page.getByRole('button', { name: 'End the exercise' }).click();
  const question = page.getByRole('dialog', { name: 'End the exercise?' });
  await question.getByRole('button', { name: 'End the exercise' }).click();
  await expect(page.getByRole('heading', { name: 'Hot wash' })).toBeVisible();
}

const deskOf = (api: Api, exerciseId: string) => api.exercise.desk.query({ exerciseId });

test.use({ actionTimeout: 45_000 });

test('alone: the first mail, with bots in four seats', async ({ page, context, api }) => {
  test.setTimeout(240_000);
  await page.goto('/exercises/new');
  await page.getByRole('radio', { name: /^The first mail/ }).check();
  await page.getByRole('button', { name: /^Step 4 of 4/ }).click();
  await page.getByRole('checkbox', { name: /^I play alone/ }).check();
  await page.getByRole('button', { name: 'Smallest team' }).click();
  await page.getByRole('button', { name: 'Open the lobby' }).click();
  await page.waitForURL(/\/seat\//);
  const exerciseId = exerciseIdOf(page);
  // A page of its own: the wizard's has the whole plan, as instructors may.
  const seat = await context.newPage();
  const heard = await listen(seat);
  await seat.goto(page.url());
  await page.close();
  await begin(seat);

  await enterPhase(seat, 'Notice');
  await jumpOn(seat, '2025-11-17T00:30');
  await answer(seat, 'Care says breach, platform says cache. Who decides?', /^I command/);
  await jumpOn(seat, '2025-11-17T06:30');
  await goTo({ page: seat }, 'Decide');
  await seat.getByRole('button', { name: /^What to do about the key/ }).click();
  await seat.getByRole('radio', { name: /^Revoke it hard, for all/ }).check();
  await pressTwice(seat, 'Propose');
  await enterPhase(seat, 'Contain and scope');
  for (const moment of ['2025-11-18T14:00', '2025-11-22T12:00', '2026-01-14T12:00'])
    await jumpOn(seat, moment);
  await goTo({ page: seat }, 'Decide');
  await seat.getByRole('button', { name: /^What to do about the key.*Revoke it hard/ }).click();
  await expect(seat.getByText(/Taken \d+ Nov/)).toBeVisible();
  await finish(seat);

  const desk = await deskOf(api, exerciseId);
  const [team] = desk.teams;
  const mine = desk.people[0]!;
  const readers = team!.injects.flatMap((inject) => inject.read.map(({ by }) => by));
  expect(readers).toContain(mine.id);
  expect(readers.some((by) => by.startsWith('bot:'))).toBe(true);
  expect(await leaksIn(heard, desk, mine.roles)).toEqual([]);
});

test('alone: the campaign, from the door', async ({ page, api }) => {
  test.setTimeout(240_000);
  await page.goto('/');
  await page.getByRole('button', { name: 'Campaign', exact: true }).click();
  await page.waitForURL(/\/seat\//);
  await begin(page);

  await enterPhase(page, 'The last working day');
  await jumpOn(page, '2024-12-13T10:00');
  await answer(page, 'Leaver today, 18:00: please sign the checklist', /^Ask identity what/);
  await test.step('the answer has its consequence', async () => {
    await jumpOn(page, '2024-12-13T18:00');
    const shelf = await api.exercise.shelf.query();
    const { plan } = shelf.find(({ name }) => name === 'campaign')!;
    const { subject } = plan.injects.find(({ id }) => id === 'leaver-question')!;
    await goTo({ page }, 'Inbox');
    await openItem({ page }, subject.en);
  });
  await enterPhase(page, 'Spring');
  for (const moment of ['2025-04-20T09:00', '2025-11-17T09:00', '2025-12-01T09:00'])
    await jumpOn(page, moment);
  await goTo({ page }, 'Inbox');
  await expect(
    page
      .getByRole('region', { name: 'Items' })
      .getByRole('button', { name: /unread/ })
      .first(),
  ).toBeVisible();
  await finish(page);
});

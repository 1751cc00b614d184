// Goal: from the end of an exercise to a report that can be sent takes minutes of clicks, and what a
// team writes at its hot wash stands on every screen as it is written.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { openCrisis, playCrisis, takeTo } from './support/played-crisis.ts';
import { whenReady } from './support/runs.ts';
import { settleIn, sitDown, takeSeat } from './support/seats.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/unzip.ts';

const FIVE_MINUTES_MS = 300_000;
const SEEN = 'At minute 20 the commander asked who signs, and nobody knew.';
const MENDED = 'Take keys back on the day somebody leaves';

test.use({ actionTimeout: 30_000 });

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages of the debrief' }).getByRole('link', { name });

const lineOf = (page: Page, line: string) => page.getByRole('listitem').filter({ hasText: line });

/** Writes a line of the hot wash. */
async function wash(page: Page, what: 'A strength' | 'A gap', line: string): Promise<void> {
  const field = page.getByLabel(what, { exact: true });
  await field.fill(line);
  await field.press('Enter');
  await expect(lineOf(page, line)).toBeVisible();
}

/** Adds an improvement that has all that makes it a plan. */
async function improve(page: Page): Promise<void> {
  const form = page.getByRole('region', { name: 'A new improvement' });
  await form.getByLabel('What will be different').fill(MENDED);
  await form.getByLabel('Owner').fill('Head of identity');
  await form.getByLabel('Due').fill('2027-01-29');
  await form.getByLabel('Done when').fill('No key older than its owner’s contract');
  await form.getByRole('button', { name: 'Add to the plan' }).click();
  await expect(page.getByLabel('Owner, row 1')).toHaveValue('Head of identity');
}

/** Tries one thing that could have been otherwise, and waits for what came of it. */
async function whatIf(page: Page, how: string, tried: number): Promise<void> {
  const panel = page.getByRole('region', { name: 'What if' }).first();
  await panel.getByLabel('What would be different').selectOption({ label: how });
  await panel.getByRole('button', { name: 'Try it' }).click();
  // The newest stands first.
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(tried);
  await expect(cards.first().getByText(/accounts lost/)).toBeVisible({ timeout: 60_000 });
}

/** Rates an objective by the letter that the figures suggest, with words and a moment. */
async function rate(card: Locator): Promise<void> {
  const suggested = card.getByRole('radio', { name: /suggested by the figures/ });
  const letter =
    (await suggested.count()) > 0 ? suggested : card.getByRole('radio', { name: /^M:/ });
  await letter.check();
  await card.getByLabel('Observation').fill(SEEN);
  await card.getByRole('button', { name: 'Pin a moment' }).click();
  await card
    .getByRole('button', { name: /^Pin c/ })
    .first()
    .click();
  await card.getByRole('button', { name: 'Save the rating' }).click();
  await expect(card.getByText('Saved', { exact: true })).toBeVisible();
}

test('debrief: from the end to a report in under five minutes', async ({ page, api }) => {
  test.setTimeout(480_000);
  const id = await openCrisis(api, { name: 'Looking back', solo: true });
  await playCrisis(api, id, await sitDown(page, id));
  const began = Date.now();

  await test.step('the hot wash', async () => {
    await expect(page.getByRole('heading', { name: 'Hot wash' })).toBeVisible();
    await wash(page, 'A strength', 'The hold came before the revocation');
    await wash(page, 'A gap', 'Nobody knew who signs');
    await improve(page);
  });

  await test.step('two things that could have been otherwise', async () => {
    await page.goto(`/exercises/${id}/debrief?show=whatif`);
    await whatIf(page, 'Not at all', 1);
    await whatIf(page, 'Another team', 2);
  });

  await test.step('a rating for every objective, with words and a moment', async () => {
    await tab(page, 'Ratings').click();
    const cards = page.getByRole('region', { name: /^O\d / });
    await expect(cards.first()).toBeVisible({ timeout: 60_000 });
    await cards.first().getByLabel('Observation').fill('Typed and not sent');
    await page.reload();
    await expect(cards.first().getByLabel('Observation')).toHaveValue('Typed and not sent');
    const count = await cards.count();
    for (let at = 0; at < count; at += 1) await rate(cards.nth(at));
    await expect(page.getByText('Every objective is rated')).toBeVisible();
    await expect(page.getByText('not final yet')).toHaveCount(0);
  });

  await test.step('the report', async () => {
    await tab(page, 'Report').click();
    await expect(page.getByLabel('Owner, row 1')).toHaveValue('Head of identity');
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview.getByText(SEEN).first()).toBeVisible({ timeout: 30_000 });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download: After-action report, DOCX' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.docx$/);
    const words = wordsOf(await readFile(await file.path()));
    for (const said of ['Looking back', SEEN, MENDED, 'Head of identity', 'Nobody knew who signs'])
      expect(words).toContain(said);
    // Every rating names its place in the log.
    expect(words.match(/\bc\d+\b/g)?.length).toBeGreaterThanOrEqual(7);
  });
  expect(Date.now() - began).toBeLessThan(FIVE_MINUTES_MS);
});

test('debrief: a hot wash is written on every screen at once, and teams stand side by side', async ({
  page,
  browser,
  baseURL,
  api,
}) => {
  test.setTimeout(360_000);
  const id = await openCrisis(api, { name: 'Two teams', solo: false, teams: ['Red', 'Blue'] });
  const { row, teams } = await api.exercise.desk.query({ exerciseId: id });
  const runIds = teams.map(({ team }) => team.runId);
  for (const runId of runIds) await whenReady(api, runId);
  const seat = await takeSeat(
    browser,
    { origin: baseURL!, code: row.code },
    { name: 'Mina', role: 'soc-lead', title: 'SOC lead' },
  );
  await api.exercise.act.mutate({ exerciseId: id, act: { do: 'start' } });
  await settleIn(seat);
  await takeTo(api, id, runIds, 72);
  await api.exercise.act.mutate({ exerciseId: id, act: { do: 'end' } });

  await expect(seat.page.getByRole('heading', { name: 'Hot wash' })).toBeVisible();
  const { people } = await api.exercise.desk.query({ exerciseId: id });
  const own = people.find(({ name }) => name === 'Mina')!.team!;
  await page.goto(`/exercises/${id}/debrief/report?team=${own}`);
  await wash(page, 'A strength', 'Calm all along');
  await expect(lineOf(seat.page, 'Calm all along')).toBeVisible();
  await wash(seat.page, 'A gap', 'One screen was red for an hour');
  await expect(lineOf(page, 'One screen was red for an hour')).toBeVisible();

  await expect(seat.page.getByRole('link', { name: 'Look at the debrief' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Trainees may see the debrief' }).check();
  await expect(seat.page.getByRole('link', { name: 'Look at the debrief' })).toBeVisible();

  await page.goto(`/exercises/${id}/class`);
  for (const { team } of teams)
    await expect(page.getByRole('columnheader', { name: team.name }).first()).toBeVisible({
      timeout: 120_000,
    });
  expect(seat.watch.problems()).toEqual([]);
  await seat.context.close();
});

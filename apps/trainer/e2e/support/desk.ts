import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** The clock of all teams on the instructor's desk. */
const clock = (page: Page) => page.getByRole('group', { name: 'Simulated clock' });

async function openSteps(page: Page) {
  await clock(page).getByRole('button', { name: 'Step and jump' }).click();
  return page.getByRole('dialog', { name: 'Step and jump' });
}

/** Jumps all teams to a local time such as `2025-11-17T06:00`. */
export async function jumpAll(page: Page, local: string): Promise<void> {
  const menu = await openSteps(page);
  await menu.getByLabel('To a moment').fill(local);
  await menu.getByRole('button', { name: 'Jump', exact: true }).click();
  const face = clock(page).getByRole('time');
  await expect(face).toHaveAttribute('datetime', new RegExp(`^${local.slice(0, 13)}`));
}

/** Takes a team back to a local time, after the second look. */
export async function rewindTeam(page: Page, local: string): Promise<void> {
  const menu = await openSteps(page);
  await menu.getByLabel('To the moment').fill(local);
  await menu.getByRole('button', { name: 'Rewind a team' }).click();
  const question = page.getByRole('dialog', { name: /^Take Team 1 back to/ });
  await question.getByRole('button', { name: 'Rewind', exact: true }).click();
  await expect(question).toHaveCount(0, { timeout: 30_000 });
}

/** Chooses the phase of the programme. */
export async function choosePhase(page: Page, title: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Phase' }).selectOption({ label: title });
}

/** Stops everything and asks everybody the usual question. */
export async function freezeAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Freeze', exact: true }).click();
  await page.getByRole('button', { name: 'Freeze and ask' }).click();
}

/** Ends the exercise for all, after the second look. */
export async function endAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Exercise', exact: true }).click();
  await page.getByRole('button', { name: 'End for all' }).click();
  const question = page.getByRole('dialog', { name: 'End the exercise for all?' });
  await question.getByRole('button', { name: 'End for all' }).click();
  await expect(question).toHaveCount(0);
}

import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** The simulated clock in the head of every screen of a run. */
export const clockOf = (page: Page): Locator =>
  page.getByRole('group', { name: 'Simulated clock' });

/** The simulated moment it shows. */
export const momentOf = (page: Page): Locator => clockOf(page).getByRole('time');

/** The moment shown, as epoch ms. */
export async function shownTime(page: Page): Promise<number> {
  return Date.parse((await momentOf(page).getAttribute('datetime'))!);
}

/** Waits until the run on screen can be driven: its history is built. */
export async function whenDrivable(page: Page): Promise<void> {
  const play = clockOf(page).getByRole('button', { name: /^(Play|Pause)$/ });
  await expect(play).toBeEnabled({ timeout: 90_000 });
}

/** Chooses a speed such as `×100,000`. */
export async function pickSpeed(page: Page, speed: string): Promise<void> {
  await clockOf(page).getByRole('combobox', { name: 'Speed' }).selectOption({ label: speed });
}

/** Jumps by the clock's menu to a local time such as `2025-05-01T00:00`; the world follows. */
export async function jumpBy(page: Page, local: string): Promise<void> {
  await clockOf(page).getByRole('button', { name: 'Jump' }).click();
  const menu = page.getByRole('dialog', { name: 'Jump forward' });
  await menu.getByLabel('To a moment').fill(local);
  await menu.getByRole('button', { name: 'Jump', exact: true }).click();
  await expect(momentOf(page)).toHaveAttribute('datetime', new RegExp(`^${local}`));
  await caughtUp(page);
}

/** Waits until the world behind a still clock is where the clock is. */
export async function caughtUp(page: Page): Promise<void> {
  await expect(clockOf(page).getByText('Catching up')).toHaveCount(0, { timeout: 90_000 });
}

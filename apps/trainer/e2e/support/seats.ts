import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type Heard, listen } from './heard.ts';
import { expect } from './test.ts';
import { type Watch, watchContext } from './watch.ts';

/** A person at a browser of their own. */
export type Seat = {
  name: string;
  role: string;
  page: Page;
  context: BrowserContext;
  watch: Watch;
  heard: Heard;
};

type Who = { name: string; role: string; title: string };

/** Comes in by the code, in a browser of its own, sits down in that role, and does the comms check. */
export async function takeSeat(
  browser: Browser,
  { origin, code }: { origin: string; code: string },
  { name, role, title }: Who,
): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: origin,
    storageState: { cookies: [], origins: [] },
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const watch = watchContext(context, origin);
  const page = await context.newPage();
  const heard = await listen(page);
  await page.goto(`/join/${code}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('radio', { name: 'I choose' }).check();
  await page.getByRole('checkbox', { name: title }).check();
  await page.getByRole('button', { name: 'Take the seat' }).click();
  await page.getByRole('button', { name: 'I can read it' }).click();
  await expect(page.getByText('Acknowledged. Your screen works.')).toBeVisible();
  return { name, role, page, context, watch, heard };
}

/** The run a seat's screen shows. */
export const runOf = ({ page }: { page: Page }): string | null =>
  /\/runs\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? null;

/** Waits until the exercise has come to a seat by itself, and puts the introduction away. */
export async function settleIn({ page }: { page: Page }): Promise<void> {
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}/, { timeout: 30_000 });
  const tour = page.getByRole('dialog', { name: 'Three minutes before you begin' });
  await tour.getByRole('button', { name: 'Skip' }).click({ timeout: 30_000 });
  await expect(tour).toHaveCount(0);
}

/** Starts the exercise that is played alone, from its seat; the run that it is. */
export async function sitDown(page: Page, exerciseId: string): Promise<string> {
  await page.goto(`/seat/${exerciseId}`);
  await page.getByRole('button', { name: 'Start', exact: true }).click({ timeout: 90_000 });
  await settleIn({ page });
  return runOf({ page })!;
}

/** Goes to a screen of the run by the navigation at the side. */
export async function goTo({ page }: { page: Page }, screen: string): Promise<void> {
  // Its name may be followed by how much waits behind it.
  const link = page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${screen}`) });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

/** The open item of the inbox, found in the list by its subject. */
export async function openItem({ page }: { page: Page }, subject: string) {
  const list = page.getByRole('region', { name: 'Items' });
  await list.getByRole('button', { name: subject }).click();
  return page.getByRole('article', { name: subject });
}

/** Presses a button that asks once more, and confirms. */
export async function pressTwice(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  const question = page.getByRole('dialog');
  await question.getByRole('button', { name: act, exact: true }).click();
  await expect(question).toHaveCount(0);
}

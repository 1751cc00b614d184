// Goal: a class plays the crisis from the wizard to the hot wash, each person in a browser of their
// own, and no browser is ever sent what its roles may not know.
import type { Browser, Page } from '@playwright/test';
import type { Api } from './support/api.ts';
import { choosePhase, endAll, freezeAll, jumpAll, rewindTeam } from './support/desk.ts';
import { leaksIn } from './support/secrets.ts';
import {
  goTo,
  openItem,
  pressTwice,
  runOf,
  type Seat,
  settleIn,
  takeSeat,
} from './support/seats.ts';
import { expect, test } from './support/test.ts';

const CAST = [
  { name: 'Iris', role: 'incident-commander', title: 'Incident commander' },
  { name: 'Soo', role: 'soc-lead', title: 'SOC lead' },
  { name: 'Ida', role: 'identity', title: 'Identity engineer' },
  { name: 'Finn', role: 'forensics', title: 'Forensic analyst' },
  { name: 'Prisca', role: 'privacy', title: 'Privacy officer' },
  { name: 'Lena', role: 'legal', title: 'General counsel' },
  { name: 'Cara', role: 'care', title: 'Customer care lead' },
  { name: 'Egon', role: 'executive', title: 'Executive' },
] as const;

type Class = Record<(typeof CAST)[number]['role'], Seat> & { all: readonly Seat[] };

/** Makes a lightning crisis in the wizard's four steps; the code that lets people in. */
async function openLobby(page: Page): Promise<{ exerciseId: string; code: string }> {
  await page.goto('/exercises');
  await page.getByRole('link', { name: 'New exercise' }).first().click();
  await page.getByRole('radio', { name: /^The first mail/ }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name').fill('Monday class');
  await page.getByRole('radio', { name: 'Lightning' }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel('Scale', { exact: true })).toHaveValue('10000');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Open the lobby' }).click();
  await page.waitForURL(/\/exercises\/[0-9a-f-]{36}$/);
  const exerciseId = /[0-9a-f-]{36}$/.exec(page.url())![0];
  const card = page.getByRole('region', { name: 'Join at' });
  const code = /([A-Z0-9]{3}) ([A-Z0-9]{3})/.exec(await card.innerText())!;
  return { exerciseId, code: code[1]! + code[2]! };
}

/** Two browsers at a time: more would only wait for each other. */
async function gather(browser: Browser, origin: string, code: string): Promise<Class> {
  const all: Seat[] = [];
  const coming = [...CAST];
  const usher = async () => {
    for (let who = coming.shift(); who; who = coming.shift())
      all.push(await takeSeat(browser, { origin, code }, who));
  };
  await Promise.all([usher(), usher()]);
  const seats = Object.fromEntries(all.map((seat) => [seat.role, seat]));
  return { ...(seats as Omit<Class, 'all'>), all };
}

const everybody = (seats: Class, act: (seat: Seat) => Promise<void>) =>
  Promise.all(seats.all.map(act));

/** Care reads the tickets that tell of the leak, and puts them together. */
async function raiseTickets({ care }: Class, desk: Page): Promise<void> {
  await goTo(care, 'Inbox');
  const item = await openItem(care, 'He knew what I bought and the code of our door');
  await item.getByRole('radio', { name: /^Link it with the older tickets/ }).check();
  await pressTwice(care.page, 'Answer');
  await expect(item.getByRole('region', { name: 'Answers' })).toContainText('Cara');
  const line = desk.getByRole('row', { name: /He knew what I bought/ });
  await expect(line).toContainText('Met');
  await expect(line).toContainText('1 read');
}

/** Identity wants the key gone; the commander's word makes it so. */
async function decideTogether({ identity, 'incident-commander': boss, care }: Class) {
  await goTo(identity, 'Decide');
  await identity.page.getByRole('button', { name: /^What to do about the key/ }).click();
  await identity.page.getByRole('radio', { name: /^Revoke it hard, for all/ }).check();
  await identity.page.getByLabel('Why', { exact: true }).fill('A leaver has read it.');
  await pressTwice(identity.page, 'Propose');
  await goTo(boss, 'Decide');
  const asks = boss.page.getByRole('button', { name: /What to do about the key.*Ida/s });
  await asks.click();
  await expect(boss.page.getByText('A leaver has read it.')).toBeVisible();
  await boss.page.getByRole('button', { name: 'Agree', exact: true }).click();
  await expect(boss.page.getByText(/Taken \d+ Nov/)).toBeVisible();
  await goTo(care, 'Record');
  await expect(care.page.getByText(/What to do about the key/).first()).toBeVisible();
}

/** Everybody goes on in another run, on the screen they were on, and hears why. */
async function goBack(seats: Class, desk: Page): Promise<void> {
  const first = runOf(seats.care);
  await rewindTeam(desk, '2025-11-17T06:00');
  await everybody(seats, async (seat) => {
    await expect.poll(() => runOf(seat), { timeout: 30_000 }).not.toBe(first);
    const said = seat.page.getByRole('status', { name: 'Said in the room' });
    await expect(said).toContainText('The team goes on from 17 Nov 06:00');
  });
  expect(new Set(seats.all.map(runOf)).size).toBe(1);
  const question = seats.identity.page.getByRole('button', { name: /^What to do about the key/ });
  await expect(question).toHaveCount(1);
  await expect(question).not.toContainText('Ida');
}

/** A cut: what is written meanwhile is kept, and goes out once the room is back. */
async function loseTheLine({ 'soc-lead': soc, forensics }: Class): Promise<void> {
  await soc.page.getByRole('button', { name: 'Chat' }).click();
  await soc.context.setOffline(true);
  await soc.page.getByLabel('Say something').fill('Profile pages, and nobody logged in.');
  await soc.page.getByRole('button', { name: 'Send', exact: true }).click();
  const outbox = soc.page.getByRole('region', { name: 'Not sent yet' });
  await expect(outbox).toContainText('1 thing was not sent');
  await soc.page.reload().catch(() => undefined);
  await soc.context.setOffline(false);
  await soc.page.goto(`/runs/${runOf(forensics)}`);
  await outbox.getByRole('button', { name: 'Send now' }).click();
  await expect(outbox).toHaveCount(0);
  await forensics.page.getByRole('button', { name: /^Chat/ }).click();
  const chat = forensics.page.getByRole('list', { name: 'Team chat' });
  await expect(chat.getByText('Profile pages, and nobody logged in.')).toHaveCount(1);
}

/** All clocks stand; each says alone how many, and how sure. */
async function askEverybody(seats: Class, desk: Page): Promise<void> {
  await freezeAll(desk);
  await everybody(seats, async ({ page }) => {
    const question = page.getByRole('dialog', { name: 'How many accounts have been lost by now?' });
    await question.getByLabel('At least, accounts').fill('4500');
    await question.getByLabel('At most, accounts').fill('40,000,000');
    await question.getByRole('button', { name: 'Hand in' }).click();
    await expect(question.getByText(/^Handed in/)).toBeVisible();
  });
  await expect(desk.getByText(/8 of 8 answered/)).toBeVisible();
  await desk.getByRole('button', { name: 'Go on', exact: true }).click();
  await everybody(seats, ({ page }) => expect(page.getByText(/^Handed in/)).toHaveCount(0));
}

/** A day later the report is overdue, and the finance chief asks again, louder. */
async function runLate(seats: Class, desk: Page): Promise<void> {
  await jumpAll(desk, '2025-11-18T06:00');
  const { privacy, legal, executive } = seats;
  await goTo(executive, 'Inbox');
  await openItem(executive, 'I need that line now');
  await expect(desk.getByRole('row', { name: /Is it real\?/ })).toContainText('Missed');
  await goTo(privacy, 'Situation');
  const clock = privacy.page.getByRole('listitem').filter({ hasText: 'Network Act 48-3' });
  await expect(clock).toContainText('overdue');
  await clock.getByRole('link', { name: /^Met by:/ }).click();
  const form = privacy.page.getByRole('article');
  await form.getByLabel('Organisation and person responsible').fill('The shop, Prisca');
  await form.getByLabel('When did you become aware?').fill('2025-11-16T22:12');
  await form.getByLabel('When did it happen (from, to)?').fill('Since June, not over');
  await form.getByLabel('What happened, and how?').fill('Member pages read with forged tokens.');
  await form
    .getByLabel('What has been done against it?')
    .fill('Evidence is kept; the key is next.');
  await form.getByLabel('Where to ask').fill('privacy@shop.example');
  await form.getByRole('button', { name: 'Propose', exact: true }).click();
  const question = privacy.page.getByRole('dialog');
  await expect(question).toContainText('late');
  await question.getByRole('button', { name: 'Propose', exact: true }).click();
  await goTo(legal, 'Decide');
  await legal.page.getByRole('button', { name: /^Early report of an intrusion/ }).click();
  await legal.page.getByRole('button', { name: 'Agree', exact: true }).click();
  await goTo(privacy, 'Situation');
  await expect(clock).toContainText('met late');
}

/** Nothing that a trainee's browser was sent says more than its roles may know. */
async function nothingLeaked(seats: Class, api: Api, exerciseId: string): Promise<void> {
  const desk = await api.exercise.desk.query({ exerciseId });
  const wrong = await Promise.all(
    seats.all.map(async ({ role, heard, watch }) => [
      ...(await leaksIn(heard, desk, [role])).map((leak) => `${role}: ${leak}`),
      ...watch.problems().map((problem) => `${role}: ${problem}`),
    ]),
  );
  expect(wrong.flat()).toEqual([]);
  // The search can find: what Care was sent by its stream would be a leak at HR's.
  const strange = await leaksIn(seats.care.heard, desk, ['hr']);
  expect(
    strange.some((leak) => /^text of ticket-orders-quoted in .*exercise\.live/.test(leak)),
  ).toBe(true);
}

test.use({ actionTimeout: 45_000 });

test.describe('crisis', () => {
  test('eight people play it to the hot wash', async ({ page, browser, baseURL, api }) => {
    test.setTimeout(280_000);
    const { exerciseId, code } = await test.step('the wizard opens a lobby', () => openLobby(page));
    const seats = await test.step('eight people come in by the code', () =>
      gather(browser, baseURL!, code));
    seats['soc-lead'].watch.allow(/net::ERR_/);
    await test.step('the instructor starts, and it comes to every screen', async () => {
      await expect(page.getByText('People: 8')).toBeVisible();
      await expect(page.getByText('comms check open')).toHaveCount(0);
      const start = page.getByRole('button', { name: 'Start the exercise' });
      await expect(start).toBeEnabled({ timeout: 60_000 });
      await start.click();
      await page.getByRole('dialog').getByRole('button', { name: 'Start the exercise' }).click();
      await everybody(seats, settleIn);
      await choosePhase(page, 'Notice');
    });
    await test.step('an inject is read and answered', () => raiseTickets(seats, page));
    await test.step('a decision takes two people', async () => {
      await jumpAll(page, '2025-11-17T06:30');
      await decideTogether(seats);
    });
    await test.step('a rewind takes every screen along', () => goBack(seats, page));
    await test.step('a cut costs nothing', () => loseTheLine(seats));
    await test.step('a freeze asks everybody alone', () => askEverybody(seats, page));
    await test.step('what is late is red, what was missed comes back', () => runLate(seats, page));
    await test.step('the end is a hot wash on every screen', async () => {
      await endAll(page);
      await everybody(seats, async (seat) => {
        await seat.page.goto(`/runs/${runOf(seat)}`);
        await expect(seat.page.getByRole('heading', { name: 'Hot wash' })).toBeVisible();
      });
    });
    await test.step('no browser was told too much', () => nothingLeaked(seats, api, exerciseId));
    await Promise.all(seats.all.map(({ context }) => context.close()));
  });
});

// Goal: a server that dies in the middle of an exercise loses nothing that it acknowledged: people find
// their seats, their words and the clock where they were, and bots do nothing twice.
import type {
  ClockView,
  ConsoleSections,
  ExerciseSettings,
  PersonCard,
  TeamAct,
} from '@dwell/simulator/router';
import { type Locator, type Page, request as playwright } from '@playwright/test';
import { ConsoleTail } from './support/console-tail.ts';
import { ownTest as test } from './support/own-test.ts';
import { comeIn, type Guest, instruct, openRoom, type Room } from './support/room.ts';
import { HOUR_MS } from './support/runs.ts';
import { type OwnServer, startServer } from './support/server.ts';
import { expect } from './support/test.ts';

/** Wall time of a run that may be lost: its place is noted every second. */
const LOST_MS_MAX = 5_000;
/** From a server that is there again to a screen that is told again. */
const RESUMED_MS_MAX = 5_000;
const SUBJECT = 'He knew what I bought and the code of our door';

const WORDS = 'Two older cases say';

const SETTINGS: ExerciseSettings = {
  name: 'Cut off',
  exercise: 'crisis',
  seed: 42,
  scale: 100_000,
  length: 'full',
  difficulty: { noise: 1, attackerPace: 1_000, logGapDays: 0, staffing: 'written' },
  jurisdictions: ['kr'],
  roles: [
    ...(['incident-commander', 'soc-lead', 'identity', 'forensics'] as const),
    ...(['privacy', 'legal', 'communications', 'care', 'executive'] as const),
  ],
  teams: ['Team'],
  solo: false,
};

/** What was so when the server died. */
type Cut = {
  clock: ClockView;
  /** When the clock was asked for, and when the server was dead. */
  askedWallMs: number;
  wallMs: number;
  people: readonly PersonCard[];
  deeds: readonly string[];
  /** How often the inbox had been told. */
  inboxes: number;
  /** Words that the server had said it had. */
  acknowledged: readonly string[];
};

const chat = (text: string): TeamAct => ({ do: 'record', entry: { kind: 'chat', text } });

/** A log that was read again may have the names in another order. */
const keysInOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)))
    : value;

/** What bots have done, each deed in words: what is there twice was done twice. */
function botDeeds({ inbox = [], record = [], decisions }: Partial<ConsoleSections>): string[] {
  const isBot = ({ by }: { by: string }) => by.startsWith('bot:');
  const deeds = [
    ...inbox.flatMap(({ id, answers }) => answers.map((answer) => ({ ...answer, id }))),
    ...record,
    ...(decisions?.proposals.map(({ by, role, act, at }) => ({ by, role, act, at })) ?? []),
  ].filter(isBot);
  return deeds.map(({ at: _at, ...deed }) =>
    JSON.stringify({ ...deed, sequence: undefined }, keysInOrder),
  );
}

const saidIn = ({ chat: said = [] }: Partial<ConsoleSections>): string[] =>
  said.flatMap(({ entry }) => (entry.kind === 'chat' ? [entry.text] : []));

/** Says one thing after another until the line is dead; the words that were acknowledged. */
async function talk({ api }: Guest, exerciseId: string): Promise<string[]> {
  const acknowledged: string[] = [];
  for (;;) {
    const text = `before the cut ${acknowledged.length + 1}`;
    try {
      await api.exercise.play.mutate({ exerciseId, act: chat(text) });
    } catch {
      return acknowledged;
    }
    acknowledged.push(text);
    // A seat may do thirty things in ten seconds.
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

/** Begins, and goes on to where bots have had things to do. */
async function begin({ desk, exerciseId, runId }: Room): Promise<void> {
  await desk.exercise.act.mutate({ exerciseId, act: { do: 'start' } });
  await desk.exercise.act.mutate({ exerciseId, act: { do: 'phase', phase: 'notice' } });
  const { startAt } = await desk.run.get.query({ runId });
  const request = { do: 'jump' as const, to: startAt + 9 * HOUR_MS };
  await desk.exercise.clock.mutate({ exerciseId, request });
}

/** Opens the item at a screen and begins to write an answer. */
async function beginToWrite(page: Page, runId: string): Promise<Locator> {
  await page.goto(`/runs/${runId}/inbox`);
  const tour = page.getByRole('dialog', { name: 'Three minutes before you begin' });
  await tour.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('region', { name: 'Items' }).getByRole('button', { name: SUBJECT }).click();
  const field = page.getByRole('article', { name: SUBJECT }).getByLabel('In your own words');
  await field.fill(WORDS);
  return field;
}

/** The clock goes on from where it was, and no time passed meanwhile. */
async function clockStands({ desk, runId }: Room, cut: Cut, startedWallMs: number): Promise<void> {
  const { clock } = await desk.run.get.query({ runId });
  const { now, speed } = cut.clock;
  expect(clock).toMatchObject({ state: 'playing', speed });
  expect(clock.anchorWallMs).toBeGreaterThan(startedWallMs);
  const resumed = clock.anchorSim - (clock.anchorWallMs - startedWallMs) * speed;
  expect(resumed).toBeLessThanOrEqual(now + (cut.wallMs - cut.askedWallMs + 1_000) * speed);
  expect(clock.anchorSim).toBeGreaterThanOrEqual(now - LOST_MS_MAX * speed);
}

/** Time goes on for hours; bots do what is new, and nothing of what they did. */
async function botsGoOn(room: Room, seen: ConsoleTail, cut: Cut): Promise<void> {
  const { desk, exerciseId } = room;
  const request = { do: 'jump' as const, to: cut.clock.now + 3 * HOUR_MS };
  await desk.exercise.clock.mutate({ exerciseId, request });
  await expect.poll(() => botDeeds(seen.sections).length).toBeGreaterThan(cut.deeds.length);
  const deeds = botDeeds(seen.sections);
  expect(cut.deeds.filter((deed) => !deeds.includes(deed))).toEqual([]);
  expect(deeds.filter((deed, at) => deeds.indexOf(deed) !== at)).toEqual([]);
}

/** All that was acknowledged is there, once, and the line carries again. */
async function wordsKept({ api }: Guest, exerciseId: string, seen: ConsoleTail, cut: Cut) {
  const text = 'after the cut';
  await api.exercise.play.mutate({ exerciseId, act: chat(text) });
  await expect.poll(() => saidIn(seen.sections)).toContain(text);
  const said = saidIn(seen.sections);
  expect(said.filter((each) => cut.acknowledged.includes(each))).toEqual(cut.acknowledged);
  expect(new Set(said).size).toBe(said.length);
}

async function wordsSent(page: Page, field: Locator): Promise<void> {
  const whole = `${WORDS} the same.`;
  await expect(field).toHaveValue(whole);
  await page.reload();
  await expect(field).toHaveValue(whole);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Answers' })).toContainText(whole);
}

/** Kills the server while somebody talks. */
async function cutOff(room: Room, soo: Guest, seen: ConsoleTail, server: OwnServer): Promise<Cut> {
  await expect.poll(() => botDeeds(seen.sections).length).toBeGreaterThan(3);
  const talking = talk(soo, room.exerciseId);
  await expect.poll(() => saidIn(seen.sections).length).toBeGreaterThan(2);
  const { clock } = await room.desk.run.get.query({ runId: room.runId });
  const askedWallMs = Date.now();
  const deeds = botDeeds(seen.sections);
  await server.kill();
  const wallMs = Date.now();
  const { people } = seen.sections.room!;
  const inboxes = seen.inboxes.length;
  return { clock, askedWallMs, wallMs, deeds, inboxes, people, acknowledged: await talking };
}

test.use({ storageState: { cookies: [], origins: [] } });

test('an exercise outlives the death of its server', async ({ page, context, own, watch }) => {
  test.setTimeout(240_000);
  // The connection is lost on purpose.
  watch.allow(/net::ERR_(CONNECTION|INCOMPLETE|EMPTY)_/);
  const { home, server } = own;
  const { url } = server;
  const desk = await instruct(await playwright.newContext(), server.link!);
  const room = await openRoom(desk, SETTINGS);
  const { exerciseId, runId, code } = room;
  const joined = async (who: Parameters<typeof comeIn>[2]) =>
    comeIn(await playwright.newContext(), url, who);
  const soo = await joined({ code, name: 'Soo', roles: ['soc-lead'] });
  const olga = await joined({ code, name: 'Olga', kind: 'observer' });
  await comeIn(context.request, url, { code, name: 'Cara', roles: ['care'] });
  await begin(room);
  const seen = new ConsoleTail(url, exerciseId, olga.cookie);
  const field = await beginToWrite(page, runId);
  const cut = await cutOff(room, soo, seen, server);
  const lost = page.getByText('Connection lost, trying again');
  await expect(lost).toBeVisible();
  await field.pressSequentially(' the same.');

  const startedWallMs = Date.now();
  own.server = await startServer(home, Number(new URL(url).port));
  const upWallMs = Date.now();
  await test.step('screens are told again within seconds', async () => {
    await expect(lost).toHaveCount(0, { timeout: RESUMED_MS_MAX });
    await expect.poll(() => seen.begun.at(-1)).toBeGreaterThan(cut.wallMs);
    expect(seen.begun.at(-1)! - upWallMs).toBeLessThan(RESUMED_MS_MAX);
  });
  await test.step('the clock stands where it was', () => clockStands(room, cut, startedWallMs));
  await test.step('no word is lost', () => wordsKept(soo, exerciseId, seen, cut));
  await test.step('people keep their seats', async () => {
    const seats = (all: Cut['people']) => all.map(({ id, name, roles }) => ({ id, name, roles }));
    expect(seats(seen.sections.room!.people)).toEqual(seats(cut.people));
  });
  await test.step('no screen was empty for a while', () =>
    expect(Math.min(...seen.inboxes.slice(cut.inboxes - 1))).toBe(seen.inboxes[cut.inboxes - 1]));
  await test.step('bots do nothing twice', () => botsGoOn(room, seen, cut));
  await test.step('what was being written is there, and can be sent', () => wordsSent(page, field));
  seen.close();
});

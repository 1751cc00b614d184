// Goal: the pages of an exercise keep nobody out either: the instructor's and those of a seat, in both
// languages, in every colour, on a small screen. A picture of each is kept for looking at.
import type { ExerciseSettings } from '@dwell/simulator/router';
import type { Page } from '@playwright/test';
import type { Api } from './support/api.ts';
import { keepsOut, speak, WHOLE } from './support/everybody.ts';
import { type Visit, visit } from './support/pages.ts';
import { openRoom } from './support/room.ts';
import { settleIn } from './support/seats.ts';
import { expect, test } from './support/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: WHOLE });

const ROLES = ['incident-commander', 'soc-lead', 'identity', 'privacy', 'care'] as const;

const SETTINGS: Omit<ExerciseSettings, 'name' | 'solo'> = {
  ...{ exercise: 'crisis', seed: 42, scale: 100_000, length: 'full' },
  difficulty: { noise: 1, attackerPace: 1_000, logGapDays: 0, staffing: 'none' },
  ...{ jurisdictions: ['kr'], roles: ROLES, teams: ['Team 1'] },
};

/** A crisis with nobody in it yet, for those who lead; and one that the instructor plays alone. */
async function openLobbies(api: Api, name: string): Promise<{ id: string; aloneId: string }> {
  const room = await openRoom(api, { ...SETTINGS, name, solo: false });
  const ask = { ...SETTINGS, name: `${name}, alone`, solo: true };
  const { id: aloneId } = await api.exercise.create.mutate(ask);
  return { id: room.exerciseId, aloneId };
}

/** Eight hours in: much has come, some of it is overdue, and all stands still. */
async function jump(api: Api, exerciseId: string, runId: string): Promise<void> {
  const { startAt } = await api.run.get.query({ runId });
  const to = startAt + 8 * 3_600_000;
  await api.exercise.clock.mutate({ exerciseId, request: { do: 'jump', to } });
  await expect
    .poll(async () => (await api.run.get.query({ runId })).clock.now, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(to);
}

/** Starts the exercise that is played alone, from its seat; the run that it is. */
async function sitDown(page: Page, exerciseId: string): Promise<string> {
  await page.goto(`/seat/${exerciseId}`);
  await page.getByRole('button', { name: 'Start', exact: true }).click({ timeout: 60_000 });
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}/);
  await settleIn({ page });
  return /\/runs\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}

const heading = (page: Page) => page.locator('h1').first();

const lobbyPages = (id: string): readonly Visit[] => [
  { name: 'exercises', path: '/exercises', ready: (page) => page.locator('main a').first() },
  {
    name: 'new-exercise',
    path: '/exercises/new',
    ready: (page) => page.locator('input[type=radio]').first(),
  },
  { name: 'lobby', path: `/exercises/${id}`, ready: (page) => page.locator('main select').first() },
  { name: 'join', path: '/join', ready: (page) => page.locator('input').first() },
];

const deskPages = (id: string): readonly Visit[] => [
  { name: 'desk', path: `/exercises/${id}`, ready: (page) => page.locator('tbody tr').nth(5) },
  { name: 'wall', path: `/exercises/${id}/wall`, ready: heading },
  { name: 'pack', path: `/exercises/${id}/pack`, ready: (page) => page.locator('h2').nth(3) },
];

const seatPages = (runId: string): readonly Visit[] => [
  { name: 'seat-situation', path: `/runs/${runId}`, ready: heading },
  {
    name: 'seat-inbox',
    path: `/runs/${runId}/inbox`,
    ready: (page) => page.locator('main li').nth(8),
  },
  { name: 'seat-decide', path: `/runs/${runId}/decide`, ready: heading },
  { name: 'seat-documents', path: `/runs/${runId}/documents`, ready: heading },
  { name: 'seat-record', path: `/runs/${runId}/record`, ready: heading },
];

for (const language of ['en', 'ko']) {
  test(`no page of an exercise keeps anybody out, in ${language}`, async ({
    page,
    context,
    api,
    baseURL,
  }, info) => {
    test.setTimeout(240_000);
    const { id, aloneId } = await openLobbies(api, `Eyes and hands, ${language}`);
    const found: string[] = [];
    const look = async (pages: readonly Visit[]) => {
      await speak(context, baseURL!, language);
      for (const each of pages) {
        await visit(page, each);
        found.push(...(await keepsOut(page, each.name, language, info)));
      }
    };
    await look(lobbyPages(id));
    await api.exercise.act.mutate({ exerciseId: id, act: { do: 'start' } });
    const { teams } = await api.exercise.desk.query({ exerciseId: id });
    await jump(api, id, teams[0]!.team.runId);
    await look(deskPages(id));
    await speak(context, baseURL!, 'en');
    const runId = await sitDown(page, aloneId);
    await jump(api, aloneId, runId);
    await look(seatPages(runId));
    expect(found).toEqual([]);
  });
}

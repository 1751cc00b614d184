// Goal: the pages of an exercise keep nobody out either: the instructor's and those of a seat, in both
// languages, in every colour, on a small screen. A picture of each is kept for looking at.
import type { Page } from '@playwright/test';
import type { Api } from './support/api.ts';
import { keepsOut, speak, WHOLE } from './support/everybody.ts';
import { type Visit, visit } from './support/pages.ts';
import { whenReady } from './support/runs.ts';
import { settleIn } from './support/seats.ts';
import { expect, test } from './support/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: WHOLE });

const ROLES = ['incident-commander', 'soc-lead', 'identity', 'privacy', 'care'] as const;

/** A crisis of one person; only its lobby is open yet. */
async function openLobby(api: Api, name: string): Promise<{ id: string; runId: string }> {
  const { id } = await api.exercise.create.mutate({
    ...{ name, exercise: 'crisis', seed: 42, scale: 100_000, length: 'full', solo: true },
    difficulty: { noise: 1, attackerPace: 1_000, logGapDays: 0, staffing: 'none' },
    ...{ jurisdictions: ['kr'], roles: [...ROLES], teams: ['Team 1'] },
  });
  const { teams } = await api.exercise.desk.query({ exerciseId: id });
  const runId = teams[0]!.team.runId;
  await whenReady(api, runId);
  return { id, runId };
}

/** Eight hours in: much has come, some of it is overdue, and all stands still. */
async function play(api: Api, exerciseId: string): Promise<void> {
  await api.exercise.act.mutate({ exerciseId, act: { do: 'start' } });
  const { teams } = await api.exercise.desk.query({ exerciseId });
  const { runId } = teams[0]!.team;
  const { startAt } = await api.run.get.query({ runId });
  const to = startAt + 8 * 3_600_000;
  await api.exercise.clock.mutate({ exerciseId, request: { do: 'jump', to } });
  await expect
    .poll(async () => (await api.run.get.query({ runId })).clock.now, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(to);
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

const playedPages = (id: string, runId: string): readonly Visit[] => [
  { name: 'desk', path: `/exercises/${id}`, ready: (page) => page.locator('tbody tr').nth(5) },
  { name: 'wall', path: `/exercises/${id}/wall`, ready: heading },
  { name: 'pack', path: `/exercises/${id}/pack`, ready: (page) => page.locator('h2').nth(3) },
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
    const { id, runId } = await openLobby(api, `Eyes and hands, ${language}`);
    const found: string[] = [];
    const look = async (pages: readonly Visit[]) => {
      for (const each of pages) {
        await visit(page, each);
        found.push(...(await keepsOut(page, each.name, language, info)));
      }
    };
    await speak(context, baseURL!, language);
    await look(lobbyPages(id));
    await play(api, id);
    await speak(context, baseURL!, 'en');
    await page.goto(`/runs/${runId}`);
    await settleIn({ page });
    await speak(context, baseURL!, language);
    await look(playedPages(id, runId));
    expect(found).toEqual([]);
  });
}

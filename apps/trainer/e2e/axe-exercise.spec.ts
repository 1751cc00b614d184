// Goal: the pages of an exercise keep nobody out either: the instructor's and those of a seat, in both
// languages, in every colour, on a small screen. A picture of each is kept for looking at.
import type { ExerciseSettings } from '@dwell/simulator/router';
import type { Page } from '@playwright/test';
import type { Api } from './support/api.ts';
import { keepsOut, speak, WHOLE } from './support/everybody.ts';
import { type Visit, visit } from './support/pages.ts';
import { openRoom } from './support/room.ts';
import { sitDown } from './support/seats.ts';
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

/** After the end: what everybody looks back on, writes down and takes away. */
const debriefPages = (id: string, runId: string): readonly Visit[] => [
  {
    name: 'debrief',
    path: `/exercises/${id}/debrief`,
    ready: (page) => page.locator('#debrief-panel'),
  },
  {
    name: 'ratings',
    path: `/exercises/${id}/debrief/ratings`,
    ready: (page) => page.locator('#O7'),
  },
  {
    name: 'moments',
    path: `/exercises/${id}/debrief/ratings`,
    ready: (page) => page.locator('#O1'),
    next: async (page) => {
      await page.locator('#O1 button[aria-expanded]').first().click();
      await page.locator('#O1 ul + button, #O1 p + button').last().click();
      await page.locator('#O1 input[type=search]').waitFor();
    },
  },
  {
    name: 'report',
    path: `/exercises/${id}/debrief/report`,
    ready: (page) => page.locator('article.sheet h2').first(),
  },
  {
    name: 'class',
    path: `/exercises/${id}/class`,
    ready: (page) => page.locator('table').first(),
  },
  {
    name: 'progress',
    path: '/exercises/progress',
    ready: (page) => page.locator('svg[role=img]').first(),
  },
  {
    name: 'hot-wash',
    path: `/runs/${runId}`,
    ready: (page) => page.locator('#improvement-text'),
  },
];

/** Something of everything that people write at a hot wash. */
async function writeDown(api: Api, exerciseId: string): Promise<void> {
  const { teams } = await api.exercise.desk.query({ exerciseId });
  const team = teams[0]!.team.id;
  const item = {
    ...{ text: 'Take keys back on the day somebody leaves', owner: 'Identity', due: '2027-01-29' },
    ...{ measure: '', status: 'open' as const, objective: 'O7', carries: null },
  };
  for (const act of [
    { do: 'wash', team, kind: 'strength', text: 'Calm all along' },
    { do: 'wash', team, kind: 'gap', text: 'Nobody knew who signs' },
    { do: 'improve', team, item },
  ] as const)
    await api.debrief.act.mutate({ exerciseId, act });
}

for (const language of ['en', 'ko']) {
  test(`no page of an exercise keeps anybody out, in ${language}`, async ({
    page,
    context,
    api,
    baseURL,
  }, info) => {
    test.setTimeout(420_000);
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
    for (const exerciseId of [id, aloneId]) {
      await api.exercise.act.mutate({ exerciseId, act: { do: 'end' } });
      await writeDown(api, exerciseId);
    }
    await look(debriefPages(id, runId));
    expect(found).toEqual([]);
  });
}

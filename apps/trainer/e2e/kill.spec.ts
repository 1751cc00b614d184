// Goal: a server that dies in the middle of a run loses seconds of it, nothing that was promised,
// and nothing of the world: what comes after is what would have come without the accident.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRow } from '@dwell/simulator/router';
import { apiOf } from './support/api.ts';
import { clockOf, pickSpeed, shownTime, whenDrivable } from './support/clock.ts';
import { playedByCommandLine } from './support/command-line.ts';
import { ownTest as test } from './support/own-test.ts';
import { finalChecksum, isoTime, jumpTo, makeRun } from './support/runs.ts';
import { freePort, startInVain, startServer } from './support/server.ts';
import { expect } from './support/test.ts';

const SPEED = 600;
/** Wall time of a run that may be lost: its place is noted every second. */
const LOST_MS_MAX = 5_000;
/** How long an identity team takes to give an order in a playbook. */
const REACTION_MS = 20 * 60_000;

test.use({ storageState: { cookies: [], origins: [] } });

/** A playbook that gives the same order at the same moment as somebody did in the run. */
function sameOrder(home: string, run: RunRow, askedAt: number): string {
  const playbook = join(home, 'same-order.yaml');
  const at = isoTime(run, askedAt - REACTION_MS);
  writeFileSync(
    playbook,
    `kind: playbook
name: same-order
steps:
  - { when: { at: "${at}" }, as: identity, do: rotate-key, with: { mode: hard } }
`,
  );
  return playbook;
}

test('a run outlives the death of its server', async ({ page, context, own, watch }) => {
  test.setTimeout(240_000);
  // The connection is lost on purpose.
  watch.allow(/net::ERR_(CONNECTION|INCOMPLETE|EMPTY)_/);
  const { home, server } = own;
  const { url } = server;
  const port = Number(new URL(url).port);
  await page.goto(server.link!);
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible();
  const api = apiOf(url, await context.cookies());
  const run = await makeRun(api, { name: 'Survivor', start: 'campaign' });
  const runId = run.id;

  await page.goto(`/runs/${runId}`);
  await whenDrivable(page);
  await pickSpeed(page, `×${SPEED}`);
  await page.getByRole('button', { name: 'Play' }).click();
  const first = await shownTime(page);
  await expect.poll(async () => (await shownTime(page)) - first).toBeGreaterThan(60 * 60_000);
  const rotate = { response: 'rotate-key', params: { mode: 'hard' }, as: 'identity' } as const;
  const { sequence } = await api.response.act.mutate({ runId, ...rotate });
  await expect(page.getByRole('region', { name: 'Actions in flight' })).toContainText('Rotate');

  await test.step('a second server on the same folder is refused, naming the first', async () => {
    const { code, said } = await startInVain(home, await freePort());
    expect(said).toContain(`in use by process ${server.pid}`);
    expect(said).toContain('what to do');
    expect(said).toContain(home);
    expect(said).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });

  const { clock: before } = await api.run.get.query({ runId });
  const beforeWallMs = Date.now();
  expect(before.state).toBe('playing');
  await server.kill();
  const killedWallMs = Date.now();
  await expect(page.getByText('Connection lost, trying again')).toBeVisible();

  const startedWallMs = Date.now();
  own.server = await startServer(home, port);
  await test.step('it goes on from where it was, and no time passed meanwhile', async () => {
    const { clock } = await api.run.get.query({ runId });
    expect(clock.state).toBe('playing');
    const resumed = clock.anchorSim - (clock.anchorWallMs - startedWallMs) * clock.speed;
    const latest = before.now + (killedWallMs - beforeWallMs + 1_000) * SPEED;
    expect(resumed).toBeLessThanOrEqual(latest);
    expect(clock.anchorSim).toBeGreaterThanOrEqual(before.now - LOST_MS_MAX * SPEED);
  });

  await test.step('the page finds its server again by itself', async () => {
    await expect(page.getByText('Connection lost, trying again')).toHaveCount(0, {
      timeout: 60_000,
    });
    const seen = await shownTime(page);
    await expect.poll(() => shownTime(page)).toBeGreaterThan(seen);
    await clockOf(page).getByRole('button', { name: 'Pause' }).click();
    await expect(clockOf(page).getByRole('button', { name: 'Play' })).toBeVisible();
  });

  await test.step('what was ordered is still in the log', async () => {
    const { responses } = await api.run.situation.query({ runId });
    expect(responses).toHaveLength(1);
    expect(responses[0]).toMatchObject({ id: 'rotate-key', commandSequence: sequence });
  });

  await test.step('the rest of the world is that of an uninterrupted run', async () => {
    const { responses } = await api.run.situation.query({ runId });
    const playbook = sameOrder(home, run, responses[0]!.askedAt);
    await jumpTo(api, runId, run.endAt);
    const told = await playedByCommandLine(run, playbook);
    expect(await finalChecksum(api, runId)).toBe(told.checksum);
  });
});

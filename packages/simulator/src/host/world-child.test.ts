import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtEntry, DAY_MS, HOUR_MS } from '@dwell/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../run/command.ts';
import { Run } from '../run/run.ts';
import { loadScenario } from '../scenario/load.ts';
import { sealedSegments } from './segment-folder.ts';
import { startWorld } from './world-handle.ts';
import type { WorldInit, WorldPost } from './world-protocol.ts';

// Goal: a world in a child process is the run it should be, also after the child was killed.

const built = existsSync(builtEntry(import.meta.url, './world-process.js'));
const scenario = loadScenario('insider-key-live');
const SCALE = 100_000;
const FIRST_DAY = 135;
const startAt = FIRST_DAY * DAY_MS + 9 * HOUR_MS;
const endAt = startAt + 6 * DAY_MS;

const commands: Command[] = [
  {
    sequence: 1,
    at: startAt + DAY_MS,
    by: 'p',
    role: 'identity',
    body: { do: 'respond', response: 'rotate-key', params: { mode: 'hard' } },
  },
  {
    sequence: 2,
    at: startAt + 3 * DAY_MS,
    by: 'p',
    role: 'legal',
    body: { do: 'respond', response: 'legal-hold', params: {} },
  },
];

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'dwell-world-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const init = (): WorldInit => ({
  scenario,
  seed: 42,
  scale: SCALE,
  commands,
  snapshots: join(home, 'snapshots'),
  live: home,
  base: null,
  startAt,
  endAt,
  firstLiveDay: FIRST_DAY,
  known: { hours: 0, events: 0 },
});

/** Starts a world and gathers what it posts; `until` resolves when a post fits, or the child is lost. */
function watched() {
  const posts: WorldPost[] = [];
  let lost: string | null = null;
  let wake: () => void = () => undefined;
  const world = startWorld(
    init(),
    {
      onPost: (post) => {
        posts.push(post);
        wake();
      },
      onLost: (reason) => {
        lost = reason;
        wake();
      },
    },
    512,
  );
  const until = async (fits: (post: WorldPost) => boolean) => {
    while (!posts.some(fits) && lost === null)
      await new Promise<void>((resolve) => (wake = resolve));
    return { post: posts.find(fits), lost };
  };
  return { world, posts, until };
}

function checksumAlone(): string {
  const run = new Run({ scenario, seed: 42, scale: SCALE }, { commands, keep: false });
  run.advance(endAt);
  return run.checksum();
}

test.runIf(built)(
  'the child’s run is the run of the same inputs, killed or not',
  { timeout: 60_000 },
  async () => {
    const first = watched();
    await first.world.ready();
    expect(first.world.now).toBe(startAt);
    first.world.advance(endAt);
    await first.until((post) => post.now > startAt + 2 * DAY_MS);
    process.kill(first.world.pid!, 'SIGKILL');
    expect((await first.until(() => false)).lost).toContain('SIGKILL');

    const second = watched();
    await second.world.ready();
    expect(second.world.now).toBeGreaterThanOrEqual(startAt);
    second.world.advance(endAt);
    const { post } = await second.until((news) => news.checksum !== null);
    expect(post?.checksum).toBe(checksumAlone());
    expect(second.posts.flatMap((news) => news.hours).map((hour) => hour.at)).toEqual(
      Array.from({ length: Math.floor(endAt / HOUR_MS) }, (_, n) => n * HOUR_MS),
    );
    await second.world.flush();
    const days = sealedSegments(home).flatMap(({ fromDay, toDay }) =>
      Array.from({ length: toDay - fromDay + 1 }, (_, n) => fromDay + n),
    );
    expect(days).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => FIRST_DAY + n));
    await second.world.end();
  },
);

test.runIf(built)(
  'of two targets that come in one go, neither is lost',
  { timeout: 60_000 },
  async () => {
    const { world, until } = watched();
    await world.ready();
    for (let hours = 0; hours < 20; hours += 2) {
      world.advance(startAt + hours * HOUR_MS);
      world.advance(startAt + (hours + 1) * HOUR_MS);
      await until(({ now }) => now >= startAt + (hours + 1) * HOUR_MS);
    }
    expect(world.now).toBe(startAt + 19 * HOUR_MS);
    await world.end();
  },
);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, HOUR_MS, TICK_MS } from '@dwell/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandRequest } from '../run/command.ts';
import { ENGINE } from '../run/engine-version.ts';
import { Run } from '../run/run.ts';
import { loadScenario } from '../scenario/load.ts';
import { driveClock } from './clock-desk.ts';
import { READY } from './histories.ts';
import { liveFeed } from './live-feed.ts';
import type { LiveStore } from './live-store.ts';
import { memoryPorts } from './memory-ports.ts';
import type { HostPorts, RunRecord } from './ports.ts';
import { RunHost } from './run-host.ts';
import type { LiveItem } from './service.ts';
import { dropWorldsAfter } from './snapshot-file.ts';
import type { WorldEvents } from './world-handle.ts';
import type { WorldHandle, WorldInit } from './world-protocol.ts';
import { WorldRunner } from './world-runner.ts';

// Goal: whatever the clock does and whoever acts, a run is the run of its world log, in every host.

const scenario = loadScenario('insider-key-live');
const NO_RECORDS: LiveStore = {
  sealed: () => true,
  seal: async () => undefined,
  flush: async () => undefined,
};

const record: RunRecord = {
  id: 'run',
  name: 'A run',
  scenario: scenario.name,
  scenarioText: JSON.stringify(scenario),
  scenarioHash: scenario.hash,
  knobs: {},
  seed: 7,
  scale: 100_000,
  engine: ENGINE,
  startAt: 2 * DAY_MS + 9 * HOUR_MS,
  endAt: 20 * DAY_MS,
  calendar: scenario.calendar,
  parent: null,
  build: READY,
  checksum: null,
  createdBy: null,
  createdAtWallMs: 0,
};

/** A world in this process, with the manners of a child. */
function inProcess(init: WorldInit, events: WorldEvents): WorldHandle {
  const runner = new WorldRunner(init, NO_RECORDS, (post) => {
    now = Math.max(now, post.now);
    events.onPost(post);
  });
  let now = 0;
  const ready = runner.init().then(() => undefined);
  return {
    get now() {
      return now;
    },
    ready: () => ready,
    advance: (to) => runner.advance(to),
    stepToEvent: (limit) => runner.stepToEvent(limit),
    check: async (request) => runner.check(request),
    accept: async (command) => runner.accept(command),
    view: async () => runner.view(),
    catalogue: async () => runner.catalogue(),
    preview: async (response, params) => runner.preview(response, params),
    flush: () => runner.flush(),
    end: async () => undefined,
  };
}

let home: string;
let ports: HostPorts;
let wallMs: number;
const hosts: RunHost[] = [];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'dwell-host-'));
  ports = memoryPorts();
  wallMs = 1_000_000;
  await ports.runStore.create(record);
});
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
  rmSync(home, { recursive: true, force: true });
});

async function openHost(name = 'one'): Promise<RunHost> {
  const snapshots = join(home, name);
  const host = new RunHost({
    record,
    runStore: ports.runStore,
    commandLog: ports.commandLog('run'),
    clockLog: ports.clockLog('run'),
    wall: () => wallMs,
    init: async () => ({ snapshots, base: null, live: home, firstLiveDay: 2 }),
    admit: async () => undefined,
    startWorld: inProcess,
    forget: (after) => dropWorldsAfter(snapshots, after),
  });
  await host.open();
  hosts.push(host);
  return host;
}

/** Resolves when the host's world has come to `at`. */
async function reached(host: RunHost, at: number): Promise<void> {
  await host.world();
  await new Promise<void>((resolve) => {
    const look = () => {
      if (host.worldNow < at - TICK_MS) return;
      unwatch();
      resolve();
    };
    const unwatch = host.watch(look);
    look();
  });
}

const respond = (response: string, params = {}): CommandRequest => ({
  by: 'p',
  role: 'identity',
  body: { do: 'respond', response, params },
});

test('a command takes effect at the next whole tick after everything the clock has shown', async () => {
  const host = await openHost();
  await driveClock(host, { do: 'jump', to: 3 * DAY_MS + 12_345 }, wallMs);
  await driveClock(host, { do: 'speed', speed: 3600 }, wallMs);
  await driveClock(host, { do: 'play' }, wallMs);
  wallMs += 1_000;
  const shown = host.clockKeeper.time();
  const command = await host.act(respond('legal-hold'));
  expect(command.at % TICK_MS).toBe(0);
  expect(command.at).toBeGreaterThan(shown);
  expect(command.at).toBeLessThanOrEqual(shown + TICK_MS);
  const second = await host.act(respond('canary-accounts'));
  expect(second).toMatchObject({ sequence: 2 });
  expect(second.at).toBeGreaterThanOrEqual(command.at);
  expect((await ports.commandLog('run').read()).map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test('what was asked for while the clock stands is shown, and can be taken back', async () => {
  const host = await openHost();
  const { sequence } = await host.act(respond('rotate-key', { mode: 'hard' }));
  expect(host.responses()).toMatchObject([{ id: 'rotate-key', state: 'in-flight' }]);
  await host.act({ by: 'p', role: 'identity', body: { do: 'withdraw', sequence } });
  expect(host.responses()).toMatchObject([{ id: 'rotate-key', state: 'withdrawn' }]);
  await expect(
    host.act({ by: 'p', role: 'identity', body: { do: 'withdraw', sequence } }),
  ).rejects.toMatchObject({ code: 'WITHDRAW' });
});

test('pause, speed, step and jump move no deadline: the same commands make the same run', async () => {
  const host = await openHost();
  await host.act({ by: 'p', role: 'soc-lead', body: { do: 'declare', severity: 'high' } });
  await driveClock(host, { do: 'step', by: 'hour' }, wallMs);
  await reached(host, host.clockKeeper.time());
  const due = (await (await host.world()).view()).clocks;
  await driveClock(host, { do: 'speed', speed: 100_000 }, wallMs);
  await driveClock(host, { do: 'play' }, wallMs);
  wallMs += 2_000;
  await driveClock(host, { do: 'pause' }, wallMs);
  await driveClock(host, { do: 'step', by: 'day' }, wallMs);
  await driveClock(host, { do: 'jump', to: record.endAt }, wallMs);
  await reached(host, record.endAt);
  const later = (await (await host.world()).view()).clocks;
  expect(due.every(({ dueAt }) => dueAt !== null)).toBe(true);
  expect(later.map(({ dueAt }) => dueAt)).toEqual(due.map(({ dueAt }) => dueAt));
  const replay = new Run(
    { scenario, seed: 7, scale: 100_000 },
    { commands: await ports.commandLog('run').read() },
  );
  replay.advance(record.endAt);
  expect(host.record.checksum).toBe(replay.checksum());
  expect((await ports.runStore.get('run'))?.checksum).toBe(replay.checksum());
});

test('going back is a fork, and a run that is over stays over', async () => {
  const host = await openHost();
  await driveClock(host, { do: 'jump', to: 5 * DAY_MS }, wallMs);
  await expect(driveClock(host, { do: 'jump', to: 4 * DAY_MS }, wallMs)).rejects.toMatchObject({
    code: 'JUMP_BACK',
  });
  await driveClock(host, { do: 'jump', to: record.endAt }, wallMs);
  await expect(driveClock(host, { do: 'play' }, wallMs)).rejects.toMatchObject({
    code: 'RUN_ENDED',
  });
  await expect(host.act(respond('legal-hold'))).rejects.toMatchObject({ code: 'RUN_ENDED' });
});

test('two hosts that act at once lose nothing and live the same run', async () => {
  const [one, two] = [await openHost('one'), await openHost('two')];
  await Promise.all([one.world(), two.world()]);
  await Promise.all([
    one.act(respond('legal-hold')),
    two.act(respond('canary-accounts')),
    one.act(respond('enrich', { name: 'canary' })),
    two.act(respond('check-subject-exists')),
  ]);
  const log = await ports.commandLog('run').read();
  expect(log.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  await driveClock(one, { do: 'jump', to: record.endAt }, wallMs);
  await Promise.all([reached(one, record.endAt), reached(two, record.endAt)]);
  expect(one.record.checksum).not.toBeNull();
  expect(two.record.checksum).toBe(one.record.checksum);
});

test('a command that comes from another host after its tick makes the world live those ticks again', async () => {
  const one = await openHost('one');
  await driveClock(one, { do: 'jump', to: 8 * DAY_MS }, wallMs);
  await reached(one, 8 * DAY_MS);
  await ports.commandLog('run').append({
    sequence: 1,
    at: 6 * DAY_MS + 5 * HOUR_MS,
    ...respond('rotate-key', { mode: 'hard' }),
  });
  await driveClock(one, { do: 'jump', to: record.endAt }, wallMs);
  await reached(one, record.endAt);
  const replay = new Run(
    { scenario, seed: 7, scale: 100_000 },
    { commands: await ports.commandLog('run').read() },
  );
  replay.advance(record.endAt);
  expect(one.record.checksum).toBe(replay.checksum());
  expect(one.hours.map(({ at }) => at)).toEqual(replay.hours.map(({ at }) => at));
  expect(one.events).toEqual(replay.events);
});

test('a watcher that comes back with its last id misses nothing and hears nothing twice', async () => {
  const host = await openHost();
  await host.world();
  const stop = new AbortController();
  const first: LiveItem[] = [];
  for await (const item of liveFeed(host, 'h0e0', stop.signal, { paceMs: 0 })) {
    first.push(item);
    if (item.message.kind === 'hours') break;
  }
  await driveClock(host, { do: 'jump', to: 6 * DAY_MS }, wallMs);
  await reached(host, 6 * DAY_MS);
  const all = [...first];
  for await (const item of liveFeed(host, first.at(-1)!.id, stop.signal, { paceMs: 0 })) {
    all.push(item);
    const told = all.flatMap(({ message }) => (message.kind === 'hours' ? message.hours : []));
    if (told.length >= host.hours.length) break;
  }
  expect(all.flatMap(({ message }) => (message.kind === 'hours' ? message.hours : []))).toEqual(
    host.hours,
  );
  expect(all.flatMap(({ message }) => (message.kind === 'events' ? message.events : []))).toEqual(
    host.events,
  );
});

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtEntry, DAY_MS, HOUR_MS, TICK_MS } from '@dwell/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seatTrainees } from '../../test/support/seat-trainees.ts';
import { built, INSTRUCTOR, readyRun, SMALL_RUN, until } from '../../test/support/service-run.ts';
import { createCaller } from '../router/index.ts';
import { Run } from '../run/run.ts';
import type { Scenario } from '../scenario/types.ts';
import { filePorts } from './file-ports.ts';
import { memoryPorts } from './memory-ports.ts';
import type { HostPorts } from './ports.ts';
import { TRUTH_FIELDS } from './projection.ts';
import type { SimulatorService, Viewer } from './service.ts';
import { createSimulatorService } from './simulator-service.ts';

// Goal: the whole service with real children: build, play, act, hunt, fork, be killed, go on.

let home: string;
let service: SimulatorService;
let ports: HostPorts;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'dwell-service-'));
  ports = memoryPorts();
  service = createSimulatorService(ports, { home });
});
afterEach(async () => {
  await service.stop();
  rmSync(home, { recursive: true, force: true });
});

const caller = (user: Viewer | null = INSTRUCTOR) => createCaller({ user, service });

async function replayed(runId: string): Promise<Run> {
  const record = (await ports.runStore.get(runId))!;
  const scenario = JSON.parse(record.scenarioText) as Scenario;
  const commands = await ports.commandLog(runId).read();
  return new Run({ scenario, seed: record.seed, scale: record.scale }, { commands });
}

test.runIf(built)(
  'a run is built, stepped, acted on, hunted in and forked; the fork is its replay',
  { timeout: 240_000 },
  async () => {
    const api = caller();
    const { id, startAt } = await readyRun(service);
    expect((await api.run.clock({ runId: id, do: 'step', by: 'day' })).anchorSim).toBe(
      startAt + 15 * HOUR_MS,
    );
    const acted = await api.response.act({
      runId: id,
      response: 'rotate-key',
      params: { mode: 'hard' },
      as: 'identity',
    });
    expect(acted.effectiveAt).toBe(startAt + 16 * HOUR_MS + TICK_MS);
    await api.run.clock({ runId: id, do: 'jump', to: startAt + 4 * DAY_MS });
    await until(service, id, ({ clock }) => clock.now >= startAt + 4 * DAY_MS - TICK_MS);

    const found = await api.hunt.search({ runId: id, table: 'http_activity', query: '', limit: 5 });
    expect(found.rows).toHaveLength(5);
    const months = await api.hunt.histogram({
      runId: id,
      table: 'http_activity',
      query: '',
      from: 0,
      to: startAt + 4 * DAY_MS,
      bins: 10,
    });
    expect(months.counts.every((count) => count > 0)).toBe(true);
    const days = await api.hunt.sql({
      runId: id,
      sql: 'SELECT day, count(DISTINCT time) n FROM endpoint_minute GROUP BY day HAVING n <> 1440',
    });
    expect(days.rows).toHaveLength(1);

    const fork = await api.run.fork({ runId: id, at: startAt + 2 * DAY_MS });
    await until(service, fork.id, ({ build }) => build.state === 'ready');
    await api.response.act({ runId: fork.id, response: 'legal-hold', params: {}, as: 'legal' });
    await api.run.clock({ runId: fork.id, do: 'jump', to: startAt + 5 * DAY_MS });
    await until(service, fork.id, ({ clock }) => clock.now >= startAt + 5 * DAY_MS - TICK_MS);
    const replay = await replayed(fork.id);
    replay.advance(startAt + 5 * DAY_MS);
    const hours = await api.run.hours({ runId: fork.id, from: startAt });
    expect(hours.frames).toEqual(replay.hours.filter(({ at }) => at >= startAt));
    const expected = replay.checkpoints.map(({ day, at, chain, state }) => ({
      day,
      at,
      chain,
      state,
    }));
    expect((await ports.runStore.checkpoints(fork.id)).slice(-4)).toEqual(expected.slice(-4));
    expect((await ports.commandLog(id).read()).length).toBe(1);
  },
);

test.runIf(built)(
  'a build can be stopped and tried again; its run is not ready before',
  { timeout: 120_000 },
  async () => {
    const api = caller();
    const { id } = await api.run.create({ ...SMALL_RUN, start: '2025-03-01' });
    await until(service, id, ({ build }) => build.state === 'running');
    await expect(api.run.clock({ runId: id, do: 'play' })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
    await api.run.cancelBuild({ runId: id });
    await until(service, id, ({ build }) => build.state === 'cancelled');
    expect((await ports.runStore.get(id))?.build.state).toBe('cancelled');
    await api.run.retryBuild({ runId: id });
    const row = await until(service, id, ({ build }) => build.state === 'ready');
    expect(row.build.records).toBeGreaterThan(0);
    await api.run.remove({ runId: id });
    expect(await api.run.list()).toEqual([]);
  },
);

test.runIf(built)(
  'nobody but an instructor is sent a field of ground truth; nobody at all unless signed in',
  { timeout: 120_000 },
  async () => {
    const { id, startAt } = await readyRun(service);
    await caller().run.clock({ runId: id, do: 'jump', to: startAt + DAY_MS });
    await until(service, id, ({ clock }) => clock.now >= startAt + DAY_MS - TICK_MS);
    seatTrainees(service);
    const payloads = async (user: Viewer) => {
      const api = caller(user);
      const viewer = await service.seated(user, id);
      const stop = new AbortController();
      const told: unknown[] = [];
      for await (const item of service.live(viewer, id, 'h0e0', stop.signal)) {
        told.push(item);
        if (item.message.kind === 'hours') break;
      }
      const run = { runId: id };
      return [
        told,
        user.role === 'instructor' && [await api.run.scenarios(), await api.run.list()],
        await api.run.situation(run),
        await api.run.hours(run),
        await api.run.events(run),
        await api.response.catalogue(run),
        await api.hunt.tables(run),
        await api.shop.organisation(run),
        await api.shop.keys(run),
        await api.shop.gates(run),
      ];
    };
    const fields = (value: unknown): string[] => {
      if (Array.isArray(value)) return value.flatMap(fields);
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([name, inner]) => [name, ...fields(inner)]);
    };
    const truths = (value: unknown) => fields(value).filter((name) => TRUTH_FIELDS.includes(name));
    const seen = await payloads({ id: 't', name: 'Trainee', role: 'trainee' });
    expect(truths(seen)).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain('"visibility":"truth"');
    expect(new Set(truths(await payloads(INSTRUCTOR)))).toEqual(
      new Set([
        'truth',
        'shape',
        'accountsLost',
        'attackRequests',
        'attackServed',
        'attackerState',
      ]),
    );
    await expect(
      caller({ id: 't', name: 'T', role: 'trainee' }).run.remove({ runId: id }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(caller(null).run.list()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await expect(caller().run.get({ runId: 'nowhere' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      cause: { code: 'NO_SUCH_RUN' },
    });
  },
);

/** A process that hosts a playing run until it is killed: prints the run's id, then a line a beat. */
const HOST = `
  const [host, home] = [process.env.HOST_MODULE, process.env.HOST_HOME];
  const { createSimulatorService, filePorts } = await import(host);
  const viewer = { id: 'i', name: 'I', role: 'instructor' };
  const service = createSimulatorService(filePorts(home + '/kept'), { home });
  await service.start();
  const { id } = await service.createRun(viewer, JSON.parse(process.env.HOST_ASK));
  console.log(id);
  while ((await service.getRun(id)).build.state !== 'ready') await new Promise((r) => setTimeout(r, 50));
  await service.clock(id, { do: 'speed', speed: 36000 });
  await service.clock(id, { do: 'play' });
  await service.act(viewer, id, { response: 'legal-hold', params: {}, as: 'legal' });
  for (;;) { console.log('now ' + (await service.getRun(id)).clock.now); await new Promise((r) => setTimeout(r, 100)); }
`;

test.runIf(built)(
  'a server killed while a run plays goes on where it was, with the same world',
  { timeout: 240_000 },
  async () => {
    const module = pathToFileURL(builtEntry(import.meta.url, './index.js')).href;
    const env = {
      PATH: process.env['PATH'],
      HOST_MODULE: module,
      HOST_HOME: home,
      HOST_ASK: JSON.stringify(SMALL_RUN),
    };
    const host = spawn(process.execPath, ['--input-type=module', '-e', HOST], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    await new Promise<void>((resolve) => {
      host.stdout.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        if ((text.match(/now/g) ?? []).length > 25) resolve();
      });
      host.on('exit', () => resolve());
    });
    host.kill('SIGKILL');
    const id = text.split('\n')[0]!;
    const shown = Math.max(...[...text.matchAll(/now (\d+)/g)].map((m) => Number(m[1])));

    ports = filePorts(join(home, 'kept'));
    service = createSimulatorService(ports, { home });
    await service.start();
    const row = await service.getRun(id);
    expect(row.clock.state).toBe('playing');
    // Within a second of the last beat (at ×36 000) of what was shown, and not a moment later.
    expect(row.clock.anchorSim).toBeGreaterThan(shown - 2_000 * 36_000);
    expect(row.clock.anchorSim).toBeLessThan(shown + 1_000 * 36_000);
    const commands = await ports.commandLog(id).read();
    expect(commands).toHaveLength(1);
    expect(row.clock.anchorSim).toBeGreaterThanOrEqual(commands[0]!.at - TICK_MS);

    await service.clock(id, { do: 'jump', to: row.endAt });
    const ended = await until(service, id, ({ checksum }) => checksum !== null);
    const replay = await replayed(id);
    replay.advance(row.endAt);
    expect(ended.checksum).toBe(replay.checksum());
  },
);

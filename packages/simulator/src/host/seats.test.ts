import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUR_MS, TICK_MS } from '@dwell/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CRISIS, guest } from '../../test/support/exercise-room.ts';
import { built, INSTRUCTOR, until } from '../../test/support/service-run.ts';
import type { ExerciseSettings } from '../router/exercise-types.ts';
import { createCaller } from '../router/index.ts';
import type { LiveMessage } from '../router/types.ts';
import { memoryPorts } from './memory-ports.ts';
import { TRUTH_FIELDS } from './projection.ts';
import type { SimulatorService, Viewer } from './service.ts';
import { createSimulatorService } from './simulator-service.ts';

// Goal: with real worlds, a seat is let into its team's present run alone, and told no truth there.

let home: string;
let service: SimulatorService;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'dwell-seats-'));
  service = createSimulatorService(memoryPorts(), { home });
});
afterAll(async () => {
  await service.stop();
  rmSync(home, { recursive: true, force: true });
});

const COLLEAGUE: Viewer = { id: 'colleague', name: 'Colleague', role: 'instructor' };

const caller = (user: Viewer) => createCaller({ user, service });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { cause?: { code?: string } }) => error.cause?.code,
  );

async function made(settings: Partial<ExerciseSettings>) {
  const { id, code } = await service.exercises.create(INSTRUCTOR, { ...CRISIS, ...settings });
  // Who plays alone sees no desk; a colleague does.
  const { teams } = await service.exercises.desk(COLLEAGUE, id);
  for (const { team } of teams)
    await until(service, team.runId, ({ build }) => build.state === 'ready');
  return { id, code, teams: teams.map(({ team }) => team) };
}

/** Everything a viewer's stream tells at first, up to its clock. */
async function told(viewer: Viewer, runId: string): Promise<LiveMessage[]> {
  const stop = new AbortController();
  const seated = await service.seated(viewer, runId);
  const messages: LiveMessage[] = [];
  for await (const { message } of service.live(seated, runId, null, stop.signal)) {
    messages.push(message);
    if (message.kind === 'hours') stop.abort();
  }
  return messages;
}

/** Field names anywhere in a value. */
function fieldsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) found.add(key);
    fieldsIn(inner, found);
  }
  return found;
}

test.runIf(built)(
  'a team’s run is its own; after a rewind it is the new one; a removed person has none',
  { timeout: 240_000 },
  async () => {
    const { id, code, teams } = await made({
      teams: ['Red', 'Blue'],
      roles: [...CRISIS.roles, 'identity'],
    });
    const [red, blue] = teams;
    const asLead = { roles: ['soc-lead' as const] };
    const ada = await guest(service.exercises, code, { name: 'ada', team: red!.id, ...asLead });
    await service.exercises.act(INSTRUCTOR, id, { do: 'start' });
    const runId = red!.runId;
    expect(await refusal(caller(ada).run.situation({ runId }))).toBeNull();
    expect(await refusal(caller(ada).run.situation({ runId: blue!.runId }))).toBe('NOT_ALLOWED');
    expect(await refusal(caller(ada).shop.keys({ runId }))).toBe('NOT_ALLOWED');
    expect(await refusal(caller(ada).run.clock({ runId, do: 'play' }))).toBe('NOT_ALLOWED');
    const rotate = { runId, response: 'rotate-key', params: { mode: 'hard' } };
    expect(await refusal(caller(ada).response.act({ ...rotate, as: 'soc-lead' }))).toBe(
      'NOT_ALLOWED',
    );
    expect(await refusal(caller(ada).response.act({ ...rotate, as: 'identity' }))).toBe(
      'NOT_ALLOWED',
    );

    await service.exercises.clock(INSTRUCTOR, id, { do: 'pause' });
    const { startAt } = await service.getRun(runId);
    await service.exercises.clock(INSTRUCTOR, id, { do: 'jump', to: startAt + 2 * HOUR_MS });
    await until(service, runId, ({ clock }) => clock.now >= startAt + 2 * HOUR_MS - TICK_MS);

    const seen = {
      live: await told(ada, runId),
      row: await caller(ada).run.get({ runId }),
      situation: await caller(ada).run.situation({ runId }),
      events: await caller(ada).run.events({ runId }),
      alerts: await caller(ada).alert.list({ runId }),
    };
    const fields = fieldsIn(seen);
    expect(TRUTH_FIELDS.filter((field) => fields.has(field))).toEqual([]);
    expect(JSON.stringify(seen).match(/insider|attacker|leaver|CARE-ONLY/i)).toBeNull();

    const forked = await service.exercises.rewind(INSTRUCTOR, id, red!.id, startAt + HOUR_MS);
    await until(service, forked.runId, ({ build }) => build.state === 'ready');
    expect(await refusal(caller(ada).run.get({ runId }))).toBe('NOT_ALLOWED');
    expect(await refusal(caller(ada).run.get(forked))).toBeNull();
    await service.exercises.act(INSTRUCTOR, id, { do: 'remove', person: ada.id });
    expect(await refusal(caller(ada).run.get(forked))).toBe('NOT_ALLOWED');
  },
);

test.runIf(built)(
  'an instructor who plays alone is told no truth in that run, and all of it elsewhere',
  { timeout: 240_000 },
  async () => {
    const solo = await made({ solo: true, teams: ['Me'], roles: ['soc-lead'] });
    const other = await made({ teams: ['Red'] });
    const runId = solo.teams[0]!.runId;
    const { situation, get } = caller(INSTRUCTOR).run;
    expect(await situation({ runId })).not.toHaveProperty('truth');
    expect((await get({ runId })).scenario).toBe('');
    expect((await get({ runId: other.teams[0]!.runId })).scenario).not.toBe('');
    expect(await situation({ runId: other.teams[0]!.runId })).toHaveProperty('truth');
  },
);

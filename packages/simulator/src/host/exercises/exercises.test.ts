import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUR_MS, TICK_MS } from '@dwell/core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CRISIS, guest, shows } from '../../../test/support/exercise-room.ts';
import { built, INSTRUCTOR, until } from '../../../test/support/service-run.ts';
import type { ExerciseSettings } from '../../router/exercise-types.ts';
import { createCaller } from '../../router/index.ts';
import { memoryPorts } from '../memory-ports.ts';
import type { HostPorts } from '../ports.ts';
import type { SimulatorService, Viewer } from '../service.ts';
import { createSimulatorService } from '../simulator-service.ts';

// Goal: an exercise with real worlds: made, joined, started, played, rewound, reset, and taken up again.

let home: string;
let ports: HostPorts;
let service: SimulatorService;

// One folder: the runs of all tests share a history.
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'dwell-exercise-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  ports = memoryPorts();
  service = createSimulatorService(ports, { home });
});
afterEach(async () => {
  await service.stop();
});

const caller = (user: Viewer = INSTRUCTOR) => createCaller({ user, service });

/** An exercise whose runs are ready. */
async function made(settings: Partial<ExerciseSettings> = {}) {
  const { id, code } = await service.exercises.create(INSTRUCTOR, { ...CRISIS, ...settings });
  const { teams } = await service.exercises.desk(INSTRUCTOR, id);
  for (const { team } of teams)
    await until(service, team.runId, ({ build }) => build.state === 'ready');
  return { id, code, runs: teams.map(({ team }) => team.runId) };
}

const lead = (exerciseId: string) => {
  const { exercise } = caller();
  return {
    act: (act: Parameters<typeof exercise.act>[0]['act']) => exercise.act({ exerciseId, act }),
    clock: (request: Parameters<typeof exercise.clock>[0]['request']) =>
      exercise.clock({ exerciseId, request }),
    desk: () => exercise.desk({ exerciseId }),
  };
};

const play = (viewer: Viewer, exerciseId: string) => {
  const { exercise } = caller(viewer);
  return (act: Parameters<typeof exercise.play>[0]['act']) => exercise.play({ exerciseId, act });
};

test.runIf(built)(
  'an exercise is made, joined, started and played; an act is seen by the others',
  { timeout: 240_000 },
  async () => {
    const { id, code, runs } = await made();
    const door = await caller().exercise.door({ code: code.toLowerCase() });
    expect(door).toMatchObject({ exerciseId: id, name: 'Tuesday', state: 'lobby' });
    const ada = await guest(service.exercises, code, {
      name: 'ada',
      roles: ['incident-commander'],
    });
    const bo = await guest(service.exercises, code, { name: 'bo', roles: ['care'] });
    await expect(play(ada, id)({ do: 'read', inject: 'x' })).rejects.toMatchObject({
      cause: { code: 'NOT_STARTED' },
    });
    await lead(id).act({ do: 'start' });
    const brief = await shows(service.exercises, bo, id, ({ room }) => room?.state === 'running');
    expect(brief.room!.phase).toBe(brief.room!.phases[0]!.id);

    await play(ada, id)({ do: 'record', entry: { kind: 'chat', text: 'hello' } });
    const heard = await shows(service.exercises, bo, id, ({ chat }) => chat?.length === 1);
    expect(heard.chat![0]).toMatchObject({ by: 'p-ada', role: 'incident-commander' });
    await lead(id).act({ do: 'phase', phase: 'notice' });
    expect((await service.getRun(runs[0]!)).clock).toMatchObject({ state: 'playing', speed: 30 });
    const { inbox } = await shows(service.exercises, bo, id, (seen) => !!seen.inbox?.length);
    expect(inbox!.every(({ to }) => to.includes('care'))).toBe(true);
    await expect(caller(bo).exercise.desk({ exerciseId: id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await service.exercises.seatOf(bo, runs[0]!)).toEqual({
      exerciseId: id,
      roles: ['care'],
    });
    expect((await lead(id).desk()).people.map(({ name }) => name)).toEqual(['ada', 'bo']);
  },
);

test.runIf(built)(
  'a proposal that needs a second person waits for one; a rewind takes it back but not the room',
  { timeout: 240_000 },
  async () => {
    const { id, code, runs } = await made();
    const ada = await guest(service.exercises, code, {
      name: 'ada',
      roles: ['incident-commander'],
    });
    const cy = await guest(service.exercises, code, { name: 'cy', roles: ['soc-lead'] });
    await lead(id).act({ do: 'start' });
    await lead(id).clock({ do: 'jump', to: (await service.getRun(runs[0]!)).startAt + HOUR_MS });
    const act = { do: 'declare' as const, severity: 'high' as const };
    const asked = await play(cy, id)({ do: 'propose', act, reasons: { why: 'x' }, as: 'soc-lead' });
    const waits = await shows(service.exercises, ada, id, (s) => !!s.decisions?.proposals.length);
    expect(waits.decisions!.proposals[0]).toMatchObject({
      needs: ['incident-commander'],
      effectiveAt: null,
      asksYou: true,
    });
    const proposal = asked.sequence;
    await expect(play(cy, id)({ do: 'agree', proposal })).rejects.toMatchObject({
      cause: { code: 'OWN_PROPOSAL' },
    });
    const agreed = await play(ada, id)({ do: 'agree', proposal });
    const { clocks } = await shows(service.exercises, cy, id, (s) => !!s.clocks?.declaredAt);
    expect(clocks!.declaredAt).toBe(agreed.at);

    const { startAt } = await service.getRun(runs[0]!);
    const at = startAt + 10 * TICK_MS;
    const { runId } = await caller().exercise.rewind({ exerciseId: id, team: 'team-1', at });
    const after = await shows(service.exercises, cy, id, (s) => !!s.clocks && !!s.decisions);
    expect(after.room).toMatchObject({ runId, team: { runId } });
    expect(after.room!.said.at(-1)).toMatchObject({ kind: 'rewind', at });
    expect(after.decisions!.proposals).toEqual([]);
    expect(after.room!.people.map(({ name }) => name)).toEqual(['ada', 'cy']);
    expect(await service.exercises.seatOf(cy, runs[0]!)).toBeNull();

    await caller().exercise.reset({ exerciseId: id });
    const fresh = await lead(id).desk();
    expect(fresh.row).toMatchObject({ state: 'lobby', people: 2 });
    expect(fresh.teams[0]!.team.runId).not.toBe(runId);
    await expect(service.getRun(runId)).rejects.toMatchObject({ code: 'NO_SUCH_RUN' });
  },
);

test.runIf(built)(
  'teams share one history; a freeze stops every clock, takes answers, and lets them go on',
  { timeout: 240_000 },
  async () => {
    const { id, code, runs } = await made({ teams: ['Red', 'Blue'] });
    const [red, blue] = await Promise.all(runs.map((run) => ports.runStore.get(run)));
    expect(red!.scenarioHash).toBe(blue!.scenarioHash);
    const roles = ['care'] as const;
    const bo = await guest(service.exercises, code, { name: 'bo', roles, team: 'team-2' });
    await lead(id).act({ do: 'start' });
    await lead(id).act({ do: 'phase', phase: 'notice' });
    await lead(id).act({ do: 'freeze', question: 'How many?', seconds: 60 });
    const states = async () =>
      Promise.all(runs.map(async (run) => (await service.getRun(run)).clock.state));
    expect(await states()).toEqual(['paused', 'paused']);
    const frozen = await shows(service.exercises, bo, id, ({ room }) => !!room?.freeze);
    expect(frozen.room).toMatchObject({ state: 'frozen', freeze: { answered: false } });
    const answer = { do: 'freeze-answer' as const, low: 10, high: 100, confidence: 80 };
    await caller(bo).exercise.sit({ exerciseId: id, act: answer });
    await expect(lead(id).clock({ do: 'play' })).rejects.toMatchObject({
      cause: { code: 'FROZEN' },
    });
    expect((await lead(id).desk()).freeze!.answers).toEqual([
      { by: 'p-bo', low: 10, high: 100, confidence: 80 },
    ]);
    await lead(id).act({ do: 'unfreeze' });
    expect(await states()).toEqual(['playing', 'playing']);
    await lead(id).act({ do: 'end' });
    expect(await states()).toEqual(['paused', 'paused']);
  },
);

test.runIf(built)(
  'bots fill empty seats, agree where they are needed, and do nothing twice after a restart',
  { timeout: 240_000 },
  async () => {
    const roles = ['incident-commander', 'soc-lead', 'identity', 'forensics', 'care'] as const;
    const difficulty = { ...CRISIS.difficulty, staffing: 'written' as const };
    const { id, code, runs } = await made({ roles, difficulty });
    const cy = await guest(service.exercises, code, { name: 'cy', roles: ['identity'] });
    await lead(id).act({ do: 'start' });
    await lead(id).act({ do: 'phase', phase: 'notice' });
    const propose = { do: 'respond' as const, response: 'rotate-key', params: { mode: 'overlap' } };
    await play(cy, id)({ do: 'propose', act: propose, reasons: {}, as: 'identity' });
    await lead(id).clock({ do: 'speed', speed: 3_600 });
    const { startAt } = await service.getRun(runs[0]!);
    const done = await shows(service.exercises, cy, id, ({ decisions }) =>
      (decisions?.proposals ?? []).some(({ agreed }) =>
        agreed.some(({ by }) => by === 'bot:written'),
      ),
    );
    expect(done.decisions!.proposals.find(({ by }) => by === 'p-cy')!.effectiveAt).not.toBeNull();
    await until(service, runs[0]!, ({ clock }) => clock.now > startAt + 6 * HOUR_MS);
    await lead(id).clock({ do: 'pause' });

    await service.stop();
    service = createSimulatorService(ports, { home });
    await service.start();
    await lead(id).clock({ do: 'play' });
    await until(service, runs[0]!, ({ clock }) => clock.now > startAt + 12 * HOUR_MS);
    await lead(id).act({ do: 'end' });
    const log = await ports.commandLog(runs[0]!).read();
    const deeds = log
      .filter(({ by }) => by.startsWith('bot:'))
      .map(({ role, body }) => JSON.stringify([role, body]));
    expect(deeds.length).toBeGreaterThan(5);
    expect(new Set(deeds).size).toBe(deeds.length);
  },
);

test('who sees the desk reads the exercise as it is played, and no trainee does', async () => {
  const settings = { ...CRISIS, exercise: 'crisis', length: 'lightning' as const };
  const { id, code } = await service.exercises.create(INSTRUCTOR, settings);
  const card = await caller().exercise.card({ exerciseId: id });
  const file = (await caller().exercise.shelf()).find(({ name }) => name === 'crisis')!;
  expect(card).toMatchObject({ name: 'crisis', scenario: file.scenario, title: file.title });
  expect(card.plan.minutes).toBeLessThan(file.plan.minutes);
  const eva = await guest(service.exercises, code, { name: 'eva', kind: 'evaluator' });
  expect(await caller(eva).exercise.card({ exerciseId: id })).toEqual(card);
  const ada = await guest(service.exercises, code, { name: 'ada', roles: ['soc-lead'] });
  await expect(caller(ada).exercise.card({ exerciseId: id })).rejects.toThrow('see the desk');
});

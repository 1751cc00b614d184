import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { built, INSTRUCTOR, until } from '../../../test/support/service-run.ts';
import type { ConsoleSections, ExerciseSettings } from '../../router/exercise-types.ts';
import { createCaller } from '../../router/index.ts';
import type { Role } from '../../scenario/roles.ts';
import { memoryPorts } from '../memory-ports.ts';
import type { SimulatorService, Viewer } from '../service.ts';
import { createSimulatorService } from '../simulator-service.ts';

// Goal: an exercise with real worlds: made, joined, started, played, rewound, and taken up again.

const SETTINGS: ExerciseSettings = {
  name: 'Tuesday',
  exercise: 'crisis',
  seed: 42,
  scale: 100_000,
  length: 'full',
  difficulty: { noise: 1, attackerPace: 1_000, logGapDays: 0, staffing: 'none' },
  jurisdictions: ['kr'],
  roles: ['incident-commander', 'soc-lead', 'care'],
  teams: ['Red'],
  solo: false,
};

let home: string;
let service: SimulatorService;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'dwell-exercise-'));
  service = createSimulatorService(memoryPorts(), { home });
});
afterEach(async () => {
  await service.stop();
  rmSync(home, { recursive: true, force: true });
});

const caller = (user: Viewer = INSTRUCTOR) => createCaller({ user, service });

/** A guest who has joined with these roles. */
async function guest(code: string, name: string, roles: readonly Role[]): Promise<Viewer> {
  const { exerciseId } = await service.exercises!.join(code, {
    ...{ name, kind: 'trainee', person: `p-${name}` },
    roles,
  });
  return { id: `p-${name}`, name, role: 'trainee', seat: { exerciseId, person: `p-${name}` } };
}

/** What a console shows once `fits`. */
async function shows(
  viewer: Viewer,
  id: string,
  fits: (seen: Partial<ConsoleSections>) => boolean,
): Promise<Partial<ConsoleSections>> {
  const stop = new AbortController();
  const seen: Partial<ConsoleSections> = {};
  for await (const { message } of service.exercises!.live(viewer, id, null, stop.signal)) {
    Object.assign(seen, { [message.section]: message.value });
    if (fits(seen)) break;
  }
  return seen;
}

test.runIf(built)(
  'an exercise is made, joined, started and played; an act is seen by the others at once',
  { timeout: 240_000 },
  async () => {
    const api = caller();
    const { id, code } = await api.exercise.create(SETTINGS);
    const door = await api.exercise.door({ code: code.toLowerCase() });
    expect(door).toMatchObject({ exerciseId: id, name: 'Tuesday', state: 'lobby' });
    const [ada, bo] = [
      await guest(code, 'ada', ['incident-commander']),
      await guest(code, 'bo', ['care']),
    ];
    const desk = await api.exercise.desk({ exerciseId: id });
    const { runId } = desk.teams[0]!.team;
    await until(service, runId, ({ build }) => build.state === 'ready');
    await api.exercise.act({ exerciseId: id, act: { do: 'start' } });
    const brief = await shows(bo, id, ({ room }) => room?.state === 'running');
    expect(brief.room!.phase).toBe(brief.room!.phases[0]!.id);
    expect(brief.room!.tools.length).toBeGreaterThan(0);

    await caller(ada).exercise.play({
      exerciseId: id,
      act: { do: 'record', entry: { kind: 'chat', text: 'hello' } },
    });
    const heard = await shows(bo, id, ({ chat }) => (chat?.length ?? 0) > 0);
    expect(heard.chat![0]).toMatchObject({ by: 'p-ada', role: 'incident-commander' });
    await api.exercise.act({ exerciseId: id, act: { do: 'phase', phase: 'notice' } });
    const row = await service.getRun(runId);
    expect(row.clock).toMatchObject({ state: 'playing', speed: 30 });
    const mail = await shows(bo, id, ({ inbox }) => (inbox?.length ?? 0) > 0);
    expect(mail.inbox!.every(({ to }) => to.includes('care'))).toBe(true);
    await expect(caller(bo).exercise.desk({ exerciseId: id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await service.exercises!.seatOf(bo, runId)).toEqual({ exerciseId: id, roles: ['care'] });
    const told = await service.exercises!.desk(INSTRUCTOR, id);
    expect(told.people.map(({ name }) => name)).toEqual(['ada', 'bo']);
  },
);

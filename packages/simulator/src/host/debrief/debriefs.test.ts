import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUR_MS } from '@dwell/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CRISIS, guest } from '../../../test/support/exercise-room.ts';
import { built, INSTRUCTOR, until } from '../../../test/support/service-run.ts';
import { createCaller } from '../../router/index.ts';
import { scoreCase } from '../../debrief/replay-case.ts';
import { verifySignature } from '../../debrief/sign-case.ts';
import type { DebriefView } from '../debrief-service.ts';
import { memoryPorts } from '../memory-ports.ts';
import type { HostPorts } from '../ports.ts';
import type { SimulatorService, Viewer } from '../service.ts';
import { createSimulatorService } from '../simulator-service.ts';

// Goal: from a played exercise to its debrief, through the router: made in children, seen by whom it
// is for and by nobody else, kept up with what is written, taken away as files, and kept as a score.

let home: string;
let ports: HostPorts;
let service: SimulatorService;
let id: string;
let code: string;
let runId: string;
let ada: Viewer;
let eva: Viewer;

const as = (user: Viewer) => createCaller({ user, service });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'passed',
    (error: { code: string; cause?: { code?: string } }) => error.cause?.code ?? error.code,
  );

/** What a debrief's screen shows once it fits. */
async function shown(
  viewer: Viewer,
  fits: (view: DebriefView) => boolean = () => true,
): Promise<DebriefView> {
  const stop = new AbortController();
  for await (const view of service.debriefs.live(viewer, id, null, stop.signal)) {
    if (view.failed !== null) throw new Error(view.failed);
    if (fits(view)) return view;
  }
  throw new Error('the stream ended');
}

const whole = ({ debrief, work }: DebriefView) => debrief !== null && work === null;

beforeAll(async () => {
  if (!built) return;
  home = mkdtempSync(join(tmpdir(), 'dwell-debrief-'));
  ports = memoryPorts();
  service = createSimulatorService(ports, { home });
  ({ id, code } = await service.exercises.create(INSTRUCTOR, CRISIS));
  const { teams } = await service.exercises.desk(INSTRUCTOR, id);
  runId = teams[0]!.team.runId;
  await until(service, runId, ({ build }) => build.state === 'ready');
  ada = await guest(service.exercises, code, { name: 'ada', roles: ['soc-lead'] });
  eva = await guest(service.exercises, code, { name: 'eva', kind: 'evaluator' });
}, 240_000);
afterAll(async () => {
  await service?.stop();
  if (home) rmSync(home, { recursive: true, force: true });
});

test.runIf(built)(
  'a debrief of a running exercise is of the moment at which it was asked for',
  { timeout: 240_000 },
  async () => {
    const act = (what: Parameters<typeof service.exercises.act>[2]) =>
      service.exercises.act(INSTRUCTOR, id, what);
    expect(await codeOf(shown(INSTRUCTOR))).toBe('NOT_STARTED');
    await act({ do: 'start' });
    const { startAt } = await service.getRun(runId);
    await service.exercises.clock(INSTRUCTOR, id, { do: 'jump', to: startAt + 2 * HOUR_MS });
    await service.exercises.play(ada, id, {
      do: 'record',
      entry: { kind: 'hypothesis', text: 'a key', tag: 'insider-left', confidence: 70 },
    });
    const view = await shown(eva, whole);
    expect(view).toMatchObject({ state: 'running', rates: true, leads: false, stale: false });
    expect(view.asOf).toBeGreaterThanOrEqual(startAt + 2 * HOUR_MS);
    expect(view.debrief!.bounds.map(({ name }) => name)).toEqual(['nothing', 'written', 'expert']);
    expect(view.debrief!.history.hypotheses).toMatchObject([{ by: 'p-ada', tag: 'insider-left' }]);

    await service.exercises.clock(INSTRUCTOR, id, { do: 'jump', to: startAt + 4 * HOUR_MS });
    const stale = await shown(eva, (each) => each.stale);
    expect(stale.debrief!.history.to).toBe(view.debrief!.history.to);
    await as(eva).debrief.refresh({ exerciseId: id, team: 'team-1' });
    const fresh = await shown(eva, (each) => whole(each) && !each.stale);
    expect(fresh.debrief!.history.to).toBe(startAt + 4 * HOUR_MS);
  },
);

const TEAM = 'team-1';
const END = { do: 'end' } as const;

test.runIf(built)(
  'the team is told nothing before the end, the hot wash after it, the debrief once it is shared',
  { timeout: 240_000 },
  async () => {
    const team = { exerciseId: id, team: TEAM };
    const refused = async () => [
      await codeOf(as(ada).debrief.moment({ ...team, at: 0 })),
      await codeOf(as(ada).debrief.whatIf({ ...team, change: { do: 'never', sequence: 1 } })),
      await codeOf(service.debriefs.file(ada, id, null, 'md', 'en')),
      await codeOf(as(ada).debrief.teams({ exerciseId: id })),
    ];
    expect(await refused()).toEqual(Array(4).fill('NOT_ALLOWED'));
    expect(await codeOf(shown(ada))).toBe('NOT_ALLOWED');
    await service.exercises.act(INSTRUCTOR, id, END);
    const wash = await shown(ada);
    expect(wash).toMatchObject({ trainee: true, debrief: null, notes: [], shared: false });
    expect(await refused()).toEqual(Array(4).fill('NOT_ALLOWED'));
    const share = { do: 'share-debrief', on: true } as const;
    expect(await codeOf(as(eva).debrief.act({ exerciseId: id, act: share }))).toBe('NOT_ALLOWED');
    await as(INSTRUCTOR).debrief.act({ exerciseId: id, act: share });
    const over = (each: DebriefView) => whole(each) && each.debrief!.history.ended;
    const view = await shown(ada, over);
    expect(view.teams).toEqual([{ id: TEAM, name: 'Red' }]);
    expect(await codeOf(as(ada).debrief.fork({ ...team, at: 0 }))).toBe('NOT_ALLOWED');
    expect(await codeOf(service.debriefs.file(ada, id, null, 'bundle', 'en'))).toBe('NOT_ALLOWED');
  },
);

test.runIf(built)(
  'a rating needs a moment that happened, changes the official score, and is kept with it',
  { timeout: 240_000 },
  async () => {
    const act = (viewer: Viewer, what: Parameters<typeof service.debriefs.act>[2]) =>
      as(viewer).debrief.act({ exerciseId: id, act: what });
    const before = (await shown(eva, whole)).debrief!;
    const [moment] = before.history.moments;
    const objective = before.history.objectives[0]!.id;
    const rating = {
      objective,
      letter: 'P',
      observation: 'ada asked',
      moments: [moment!.id],
    } as const;
    const nowhere = { ...rating, moments: ['c999'] };
    expect(await codeOf(act(eva, { do: 'rate', team: TEAM, rating: nowhere }))).toBe(
      'RATING_MOMENTS',
    );
    await act(eva, { do: 'rate', team: TEAM, rating });
    await act(ada, { do: 'wash', team: TEAM, kind: 'gap', text: 'ada was late' });
    const given = ({ debrief }: DebriefView) => debrief?.score.objectives[0]?.given ?? null;
    const rated = await shown(eva, (view) => whole(view) && given(view) !== null);
    expect(given(rated)).toEqual({ ...rating, by: 'p-eva' });
    await act(INSTRUCTOR, { do: 'pseudonyms', on: true });
    const unnamed = await shown(INSTRUCTOR, ({ debrief }) =>
      Boolean(debrief?.history.actors.some(({ name }) => name === 'soc-lead 1')),
    );
    expect(unnamed.wash[0]!.text).toBe('soc-lead 1 was late');
    expect(unnamed.debrief!.score.team).toEqual(rated.debrief!.score.team);
    await expect.poll(async () => (await as(INSTRUCTOR).debrief.progress()).length).toBe(1);
    const [row] = await as(INSTRUCTOR).debrief.progress();
    expect(row).toMatchObject({
      exerciseId: id,
      team: 'Red',
      points: rated.debrief!.score.team.points,
      official: rated.debrief!.score.official.points,
      letters: expect.arrayContaining([{ objective, letter: 'P' }]) as unknown,
    });
  },
);

test.runIf(built)(
  'what might have been is asked, swept, looked at and played on from',
  { timeout: 240_000 },
  async () => {
    const team = { exerciseId: id, team: TEAM };
    const { history } = (await shown(INSTRUCTOR, whole)).debrief!;
    const change = { do: 'team', playbook: 'expert' } as const;
    const made = await as(ada).debrief.whatIf({ ...team, change });
    expect(made.outcome).toEqual(history.bounds.find(({ name }) => name === 'expert')!.outcome);
    const at = history.from + HOUR_MS;
    const moment = await as(eva).debrief.moment({ ...team, at });
    expect(moment).toMatchObject({ at });
    expect(await as(eva).debrief.moment({ ...team, at })).toEqual(moment);
    const stop = new AbortController();
    for await (const step of service.debriefs.sweep(INSTRUCTOR, id, TEAM, stop.signal)) {
      expect(step.done).toBeLessThanOrEqual(step.of);
      if (step.done >= 1) break;
    }
    const { runId: fork } = await as(INSTRUCTOR).debrief.fork({ ...team, at });
    expect((await service.getRun(fork)).parent).toEqual({ runId, at });
  },
);

test.runIf(built)(
  'files are what they are called; the case replays to the same score under this server’s key',
  { timeout: 240_000 },
  async () => {
    const file = (format: Parameters<typeof service.debriefs.file>[3], viewer = INSTRUCTOR) =>
      service.debriefs.file(viewer, id, null, format, 'ko');
    const zip = ({ bytes }: { bytes: Uint8Array }) => String.fromCharCode(...bytes.slice(0, 2));
    expect(zip(await file('docx', ada))).toBe('PK');
    expect(zip(await file('certificate', ada))).toBe('PK');
    expect(zip(await file('csv'))).toBe('PK');
    expect(zip(await file('class-docx'))).toBe('PK');
    const report = await file('md');
    expect(report.name).toBe('dwell-tuesday-red-report.md');
    expect(new TextDecoder().decode(report.bytes)).not.toMatch(/\bada\b/);
    expect(await codeOf(file('regression'))).toBe('NO_LESSON');
    expect(await codeOf(as(INSTRUCTOR).debrief.send({ exerciseId: id, team: TEAM }))).toBe(
      'NO_LRS',
    );
    const signed = await service.debriefs.bundle(INSTRUCTOR, id, TEAM);
    expect(verifySignature(signed).state).toBe('good');
    const { score } = await scoreCase(signed);
    expect(score).toEqual(signed.score);
    expect(score).toEqual((await shown(INSTRUCTOR, whole)).debrief!.score);
  },
);

test.runIf(built)(
  'a finished exercise keeps its figures and its people’s names until they are taken out',
  { timeout: 240_000 },
  async () => {
    const rows = await as(INSTRUCTOR).debrief.progress();
    await service.stop();
    service = createSimulatorService(ports, { home });
    await service.start();
    expect(await as(INSTRUCTOR).debrief.progress()).toEqual(rows);
    expect(await codeOf(as(eva).debrief.anonymise({ exerciseId: id }))).toBe('NOT_ALLOWED');
    await as(INSTRUCTOR).debrief.setRetention({ keepNamesDays: 30 });
    expect(await as(INSTRUCTOR).debrief.retention()).toEqual({ keepNamesDays: 30, lrs: false });
    expect(JSON.stringify(await ports.roomLog(id).read())).toContain('"name":"ada"');
    await as(INSTRUCTOR).debrief.anonymise({ exerciseId: id });
    expect(JSON.stringify(await ports.roomLog(id).read())).not.toMatch(/"name":"(?:ada|eva)"/);
    expect(await as(INSTRUCTOR).debrief.progress()).toEqual(rows);
    expect(await shown(INSTRUCTOR)).toMatchObject({ anonymised: true, debrief: null });
  },
);

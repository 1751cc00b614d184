import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUR_MS } from '@dwell/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CRISIS, guest } from '../../../test/support/exercise-room.ts';
import { built, INSTRUCTOR, until } from '../../../test/support/service-run.ts';
import { createCaller } from '../../router/index.ts';
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

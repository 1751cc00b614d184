import { existsSync } from 'node:fs';
import { builtEntry } from '@dwell/core';
import type { SimulatorService, Viewer } from '../../src/host/service.ts';
import type { RunRow } from '../../src/router/types.ts';

/** Whether the children of a service can be started: tests of it need the built package. */
export const built = existsSync(
  builtEntry(new URL('../../src/host/service.ts', import.meta.url).href, './world-process.js'),
);

export const INSTRUCTOR: Viewer = { id: 'i', name: 'Instructor', role: 'instructor' };

/** A small run in the middle of the attack. */
export const SMALL_RUN = {
  name: 'A run',
  scenario: 'insider-key-live',
  seed: 42,
  scale: 100_000,
  start: '2025-04-20T09:00',
};

/** Follows a run's stream until its row fits. */
export async function until(
  service: SimulatorService,
  runId: string,
  fits: (row: RunRow) => boolean,
): Promise<RunRow> {
  const stop = new AbortController();
  for await (const _item of service.live(INSTRUCTOR, runId, null, stop.signal)) {
    const row = await service.getRun(runId);
    if (row.build.state === 'failed') throw new Error(JSON.stringify(row.build.error));
    if (fits(row)) return row;
  }
  throw new Error('the stream ended');
}

/** A run whose history is built. */
export async function readyRun(service: SimulatorService): Promise<RunRow> {
  const { id } = await service.createRun(INSTRUCTOR, SMALL_RUN);
  return until(service, id, ({ build }) => build.state === 'ready');
}

import type { CreateRun, RunRow } from '@dwell/simulator/router';
import type { Api } from './api.ts';
import { expect } from './test.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A month into the shipped attack: addresses are being read, and millions of accounts are gone. */
export const MID_ATTACK = '2025-05-10T09:00';

/** Waits until a run's history is built. */
export async function whenReady(api: Api, runId: string): Promise<RunRow> {
  await expect
    .poll(async () => (await api.run.get.query({ runId })).build.state, { timeout: 90_000 })
    .toBe('ready');
  return api.run.get.query({ runId });
}

/** Makes a run without the screens: `insider-key` with seed 42 at the coarsest scale, unless told. */
export async function makeRun(
  api: Api,
  ask: Pick<CreateRun, 'name' | 'start'> & Partial<CreateRun>,
): Promise<RunRow> {
  const whole = { scenario: 'insider-key', seed: 42, scale: 100_000, ...ask };
  const { id } = await api.run.create.mutate(whole);
  return whenReady(api, id);
}

/** Puts a run's clock to a simulated time and waits until its world is there. */
export async function jumpTo(api: Api, runId: string, to: number): Promise<void> {
  await api.run.clock.mutate({ runId, do: 'jump', to });
  await expect
    .poll(async () => (await api.run.get.query({ runId })).clock.now, { timeout: 90_000 })
    .toBeGreaterThanOrEqual(to);
}

/** The checksum of a run that has come to its end. */
export async function finalChecksum(api: Api, runId: string): Promise<string> {
  await expect
    .poll(async () => (await api.run.get.query({ runId })).checksum, { timeout: 90_000 })
    .toMatch(/^[0-9a-f]{64}$/);
  return (await api.run.get.query({ runId })).checksum!;
}

/** ISO text, with offset, of a simulated time. */
export function isoTime({ calendar }: RunRow, at: number): string {
  const local = new Date(calendar.startMs + at + calendar.offsetMinutes * 60_000);
  return local.toISOString().replace(/\.\d+Z$/, '+09:00');
}

import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { badInput, DAY_MS, dayOf, formatScale, type SimTime } from '@dwell/core';
import type { Estimate } from '../router/types.ts';
import { estimateTelemetry } from '../scenario/estimate.ts';
import type { Scenario } from '../scenario/types.ts';

/** Bytes of a day's minute counts and small tables on disk; measured. */
const DAY_BYTES = 15_000;
/** Records a second that one process turns out and seals, and seconds to live through a day; measured. */
const RECORDS_PER_SECOND = 500_000;
const SECONDS_PER_DAY = 0.012;
/** Room that must stay free whatever is built. */
const SPARE_BYTES = 512 * 1024 * 1024;

/** Requests of the whole attack, full scale (FACTS §1), when nobody stops it. */
const ATTACK_REQUESTS = 225_000_000;

function attackShare(scenario: Scenario, until: SimTime): number {
  const { phases } = scenario.attack;
  const all = phases.reduce((sum, phase) => sum + phase.to - phase.from, 0);
  const past = phases.reduce(
    (sum, phase) => sum + Math.max(0, Math.min(until, phase.to) - phase.from),
    0,
  );
  return all === 0 ? 0 : past / all;
}

/** Log records from simulated time 0 to `until` in simulated units, and their bytes. Within about a tenth. */
export function estimateUntil(
  scenario: Scenario,
  scale: number,
  until: SimTime,
): { records: number; bytes: number } {
  const days = until / DAY_MS;
  const benign = estimateTelemetry(scenario.knobs, scale, days);
  const attack = Math.round((ATTACK_REQUESTS * attackShare(scenario, until)) / scale);
  const bytesPerRecord = benign.records === 0 ? 0 : benign.bytes / benign.records;
  const records = benign.records + attack;
  return { records, bytes: Math.round(records * bytesPerRecord + days * DAY_BYTES) };
}

/** Bytes free where `folder` is, or will be. */
export function freeBytes(folder: string): number {
  let path = folder;
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/**
 * What a run's history costs. `fits` also counts what the exercise itself will add, to the very end
 * of the scenario, and leaves half a gigabyte free.
 */
export function estimateHistory(ask: {
  scenario: Scenario;
  scale: number;
  startAt: SimTime;
  folder: string;
  processes: number;
}): Estimate {
  const { scenario, scale, startAt, folder, processes } = ask;
  const days = dayOf(scenario.calendar, startAt);
  const { records, bytes } = estimateUntil(scenario, scale, days * DAY_MS);
  const all = estimateUntil(scenario, scale, scenario.horizon).bytes;
  const free = freeBytes(folder);
  const writing = records / (RECORDS_PER_SECOND * processes);
  return {
    records,
    bytes,
    buildSeconds: days === 0 ? 0 : Math.ceil(1 + days * SECONDS_PER_DAY + writing),
    fits: all + SPARE_BYTES <= free,
    freeBytes: free,
  };
}

/** Errors: `DISK_FULL` when a run of this size does not fit. */
export function refuseTooLarge(estimate: Estimate, scale: number): void {
  if (estimate.fits) return;
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  throw badInput(
    'DISK_FULL',
    `a run at ${formatScale(scale)} does not fit: its history alone takes about ${gigabytes(estimate.bytes)}, ${gigabytes(estimate.freeBytes)} are free`,
    'data folder',
    'choose a coarser scale such as 1:10000, or make room',
  );
}

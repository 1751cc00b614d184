import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { badInput } from '@dwell/core';

/** Bytes free for us where a folder is to be made; its nearest existing parent counts. */
export function freeBytes(target: string): number {
  let folder = resolve(target);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Errors (exit 2): `DISK_FULL` when the estimate does not fit with a tenth to spare. */
export function refuseWhatDoesNotFit(
  bytes: number,
  target: string,
  free = freeBytes(target),
): void {
  if (bytes * 1.1 <= free) return;
  throw badInput(
    'DISK_FULL',
    `about ${formatBytes(bytes)} do not fit, ${formatBytes(free)} are free`,
    target,
    'choose a coarser --scale, a shorter --until, --counters-only, or another disk',
  );
}

/** `3.4 GB`, decimal units. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

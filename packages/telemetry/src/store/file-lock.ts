import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './seal-folder.ts';

const RETRY_MS = 5;

function holderOf(path: string): number | null {
  try {
    return Number(readFileSync(path, 'utf8')) || null;
  } catch {
    return null;
  }
}

/** Takes a lock file away from a dead holder, unless somebody else was faster. */
function breakLock(path: string, dead: number): void {
  const aside = `${path}.${process.pid}.broken`;
  try {
    renameSync(path, aside);
    if (holderOf(aside) !== dead) linkSync(aside, path);
  } catch {
    // gone already
  }
  rmSync(aside, { force: true });
}

/** Tries once to take the lock: true when it is ours now. A dead holder's lock is taken over. */
export function tryLock(path: string): boolean {
  const own = `${path}.${process.pid}.own`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = holderOf(path);
    if (holder !== null && !isAlive(holder)) breakLock(path, holder);
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Takes the lock, waiting for a living holder; `signal` ends the wait. */
export async function takeLock(
  path: string,
  retryMs = RETRY_MS,
  signal?: AbortSignal,
): Promise<void> {
  while (!tryLock(path)) await sleep(retryMs, undefined, { signal });
}

/** Gives the lock back. */
export function releaseLock(path: string): void {
  rmSync(path, { force: true });
}

import { mkdirSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UNSEALED } from './segment-file.ts';

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Makes a finished folder visible under its final name, at once or not at all: every file and the
 * folder are synced, an older folder of that name gives way, then one rename.
 */
export async function sealFolder(unsealed: string, final: string): Promise<void> {
  for (const name of readdirSync(unsealed)) await syncPath(join(unsealed, name));
  await syncPath(unsealed);
  if (existsSync(final)) rmSync(final, { recursive: true });
  await rename(unsealed, final);
  await syncPath(dirname(final));
}

/** Bytes of the files directly in a folder. */
export function folderBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** Is a process of this id alive (ours or another's)? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Creates `root` and clears what dead writers left in it. */
export function prepareRoot(root: string): void {
  mkdirSync(root, { recursive: true });
  for (const name of readdirSync(root)) {
    const pid = UNSEALED.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(root, name), { recursive: true, force: true });
  }
}

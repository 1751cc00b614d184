import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runFolder } from '../run-folder.ts';
import type { ExerciseParts } from './parts.ts';

export type DiskUse = {
  bytes: number;
  limitBytes: number;
  runs: readonly { runId: string; name: string; bytes: number }[];
};

/** What histories and runs take on disk. Files that runs share by links count once for each. */
export async function diskUse({ ports, home, historyBytesMax }: ExerciseParts): Promise<DiskUse> {
  const runs: DiskUse['runs'][number][] = [];
  for (const { id, name } of await ports.runStore.list())
    runs.push({ runId: id, name, bytes: await folderBytes(runFolder(home, id).root) });
  const history = await folderBytes(join(home, 'history'));
  const bytes = runs.reduce((sum, run) => sum + run.bytes, history);
  return { bytes, limitBytes: historyBytesMax, runs: runs.sort((x, y) => y.bytes - x.bytes) };
}

/** Bytes of all files below; 0 when there is no such folder. */
async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += await folderBytes(path);
    else bytes += (await stat(path).catch(() => null))?.size ?? 0;
  }
  return bytes;
}

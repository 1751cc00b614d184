import { spawn } from 'node:child_process';
import { builtEntry, DwellError } from '@dwell/core';
import type { Target } from './client.ts';

/** What the child says when it fails: the parts of its `DwellError`, or the text of another error. */
export type PrepareFailure = { code: string; what: string; where: string; todo: string };

/** `prepare` in a process of its own, so that the memory it takes is given back. */
export async function prepareInChild(target: Target): Promise<void> {
  const child = spawn(
    process.execPath,
    [builtEntry(import.meta.url, './prepare-main.js'), JSON.stringify(target)],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  let failure: PrepareFailure | undefined;
  child.on('message', (message: PrepareFailure) => {
    failure = message;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('exit', resolve);
  });
  process.off('exit', stop);
  if (code === 0) return;
  throw new DwellError(failure?.code ?? 'PREPARE', {
    what:
      failure?.what ??
      `the database could not be prepared (its process ended with ${code ?? 'a signal'})`,
    where: failure?.where ?? (target.kind === 'embedded' ? target.folder : 'DATABASE_URL'),
    todo: failure?.todo ?? 'make sure about 1 GB of memory is free, and start again',
  });
}

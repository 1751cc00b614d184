import { DwellError } from '@dwell/core';
import type { Target } from './client.ts';
import { prepare } from './prepare.ts';
import type { PrepareFailure } from './prepare-child.ts';

// A child process: prepares the database named by its argument, and tells its parent how that went.
const target = JSON.parse(process.argv[2] ?? '') as Target;

try {
  await prepare(target);
  process.exitCode = 0;
} catch (error) {
  const failure: PrepareFailure =
    error instanceof DwellError
      ? { code: error.code, what: error.what, where: error.where, todo: error.todo }
      : {
          code: 'PREPARE',
          what: `the database could not be prepared (${error instanceof Error ? error.message : String(error)})`,
          where: target.kind === 'embedded' ? target.folder : 'DATABASE_URL',
          todo: 'start again; if it stays, please report it',
        };
  process.exitCode = 1;
  await new Promise<void>((resolve) => {
    if (process.send) process.send(failure, undefined, undefined, () => resolve());
    else resolve();
  });
}
process.disconnect?.();

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DwellError } from '@dwell/core';

/** Where this installation keeps its things: one folder, safe to back up while nothing runs. */
export type Home = {
  path: string;
  /** The embedded database's folder. */
  db: string;
  /** Says which process has the embedded database open. */
  lock: string;
  /** Key that signs the sessions, readable by its owner only. */
  secret: string;
};

const ADVICE: Record<string, string> = {
  ENOSPC: 'free some disk space, or set DWELL_HOME to a folder on a disk that has room',
  EACCES: 'give this user write access to it, or set DWELL_HOME to another folder',
  EPERM: 'give this user write access to it, or set DWELL_HOME to another folder',
  EROFS: 'set DWELL_HOME to a folder that can be written',
  ENOTDIR: 'set DWELL_HOME to a folder',
  EEXIST: 'set DWELL_HOME to a folder, not to a file',
};

/** Turns a file system error about `path` into one for people; others pass through. */
export function storageError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const todo = code === undefined ? undefined : ADVICE[code];
  if (code === undefined || todo === undefined) return error;
  const what = code === 'ENOSPC' ? 'the disk is full' : 'the folder cannot be written';
  return new DwellError(code === 'ENOSPC' ? 'DISK_FULL' : 'HOME_UNWRITABLE', {
    what,
    where: path,
    todo,
    cause: error,
  });
}

/** The project's root, two levels above this file in source and build alike. */
const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The home folder: DWELL_HOME, else `.dwell` under the project's root. Made when missing.
 * Errors: `HOME_UNWRITABLE`, `DISK_FULL`.
 */
export function openHome(
  path: string = process.env.DWELL_HOME || join(projectRoot, '.dwell'),
): Home {
  const root = resolve(path);
  const home = {
    path: root,
    db: join(root, 'db'),
    lock: join(root, 'db.lock'),
    secret: join(root, 'secret'),
  };
  try {
    mkdirSync(root, { recursive: true });
  } catch (error) {
    throw storageError(error, root);
  }
  return home;
}

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { badInput } from '@dwell/core';

const open = new Set<string>();

/** A folder that appears whole or not at all: written beside its place and moved there at the end. */
export type OutFolder = {
  /** Where to write for now. */
  path: string;
  /** Moves it to its place. */
  keep(): void;
  /** Leaves nothing behind; harmless after `keep`. */
  drop(): void;
};

/** Errors (exit 2): `OUT` when the place holds something already or is no folder. */
export function openOutFolder(target: string, option: string): OutFolder {
  const place = resolve(target);
  refuseTaken(place, target, option);
  mkdirSync(dirname(place), { recursive: true });
  const path = mkdtempSync(join(dirname(place), `.${basename(place)}.part-`));
  open.add(path);
  return {
    path,
    keep() {
      refuseTaken(place, target, option);
      if (existsSync(place)) rmdirSync(place);
      chmodSync(path, 0o777 & ~process.umask());
      renameSync(path, place);
      open.delete(path);
    },
    drop() {
      if (open.delete(path)) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Removes what is still half-written; for the end of the process. */
export function dropOpenFolders(): void {
  for (const path of open) rmSync(path, { recursive: true, force: true });
  open.clear();
}

function refuseTaken(place: string, target: string, option: string): void {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory())
    throw badInput(
      'OUT',
      'there is a file in its place',
      `${option} ${target}`,
      'name another folder',
    );
  if (readdirSync(place).length > 0) {
    throw badInput(
      'OUT',
      'the folder is not empty',
      `${option} ${target}`,
      'name another folder, or empty it first',
    );
  }
}

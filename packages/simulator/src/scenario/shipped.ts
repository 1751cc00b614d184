import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { badInput } from '@dwell/core';
import { didYouMean } from './closest.ts';
import { TEXT_LIMIT_BYTES } from './yaml/parse.ts';

/** Folders of files that come with the package. */
export type ShippedKind =
  | 'scenarios'
  | 'playbooks'
  | 'hunts'
  | 'rules'
  | 'exercises'
  | 'jurisdictions';

const EXTENSION = {
  scenarios: '.yaml',
  playbooks: '.yaml',
  hunts: '.sql',
  rules: '.yml',
  exercises: '.yaml',
  jurisdictions: '.yaml',
} as const;

/** Folder of shipped files of a kind; the same from source and from the build. */
export function shippedFolder(kind: ShippedKind): string {
  return fileURLToPath(new URL(`../../${kind}/`, import.meta.url));
}

/** Names of the shipped files of a kind, sorted. */
export function shippedNames(kind: ShippedKind): string[] {
  return readdirSync(shippedFolder(kind))
    .filter((file) => file.endsWith(EXTENSION[kind]))
    .map((file) => file.slice(0, -EXTENSION[kind].length))
    .sort();
}

export type SourceText = {
  /** As shown in messages: the shipped name's file, or the path as given. */
  file: string;
  path: string;
  text: string;
};

/**
 * Text of a shipped file by name, or of a file by path (anything with a slash or an extension).
 * `what` is the word for it in messages. Errors: `NO_SUCH` for an unknown name, `FILE` when unreadable.
 */
export function readSource(
  nameOrPath: string,
  kind: ShippedKind,
  what: string,
  base = '.',
): SourceText {
  if (/[\\/]|\.(ya?ml|sql|json)$/i.test(nameOrPath)) {
    return { file: nameOrPath, ...readText(resolve(base, nameOrPath), nameOrPath) };
  }
  const names = shippedNames(kind);
  if (!names.includes(nameOrPath)) {
    const shown = nameOrPath.slice(0, 80);
    throw badInput(
      'NO_SUCH',
      `no ${what} "${shown}"`,
      what,
      `${didYouMean(nameOrPath, names)}; or name a file`,
    );
  }
  const file = `${nameOrPath}${EXTENSION[kind]}`;
  return { file, ...readText(join(shippedFolder(kind), file), file) };
}

/** Text of a file of at most 1 MiB. Errors: `FILE`. */
export function readText(path: string, shown: string): { path: string; text: string } {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw badInput('FILE', 'this is a folder', shown, 'name a file');
    if (stat.size > TEXT_LIMIT_BYTES)
      throw badInput('FILE', 'the file is larger than 1 MiB', shown, 'name a smaller file');
    return { path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw badInput('FILE', 'no such file', shown, 'check the path');
    if (code === 'EACCES' || code === 'EPERM')
      throw badInput('FILE', 'the file cannot be read', shown, 'check its permissions');
    throw error;
  }
}

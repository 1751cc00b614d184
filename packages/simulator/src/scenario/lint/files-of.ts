import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { badInput } from '@dwell/core';

const EXTENSIONS = ['.yaml', '.yml', '.sql'];
const FILES_LIMIT = 20_000;

/**
 * Files under the paths, in a stable order: a file as named, a folder's YAML and SQL files at any
 * depth (hidden folders and node_modules left out). Errors: `FILE`, `LINT_NOTHING`.
 */
export function filesOf(paths: readonly string[]): string[] {
  const files: string[] = [];
  const add = (file: string) => {
    if (files.length >= FILES_LIMIT)
      throw badInput('FILE', `more than ${FILES_LIMIT} files`, file, 'name fewer');
    files.push(file);
  };
  const walk = (folder: string) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((x, y) =>
      x.name < y.name ? -1 : 1,
    );
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        walk(path);
      else if (entry.isFile() && EXTENSIONS.includes(extname(entry.name).toLowerCase())) add(path);
    }
  };
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) throw badInput('FILE', 'no such file or folder', path, 'check the path');
    if (stat.isDirectory()) walk(path);
    else add(path);
  }
  if (files.length === 0)
    throw badInput(
      'LINT_NOTHING',
      'no .yaml, .yml or .sql file',
      paths.join(', '),
      'name files or folders that hold some',
    );
  return [...new Set(files)];
}

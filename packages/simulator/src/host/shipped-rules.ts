import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = /^([a-z0-9][a-z0-9-]{0,63})\.yml$/;

let kept: ReadonlyMap<string, string> | null = null;

/** Texts of the rules that come with the simulator by name, which is that of their file; read once. */
export function shippedRules(): ReadonlyMap<string, string> {
  kept ??= readRules(fileURLToPath(new URL('../../rules/', import.meta.url)));
  return kept;
}

function readRules(folder: string): ReadonlyMap<string, string> {
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(
    files.flatMap((file) => {
      const name = FILE.exec(file)?.[1];
      return name ? [[name, readFileSync(join(folder, file), 'utf8')] as const] : [];
    }),
  );
}

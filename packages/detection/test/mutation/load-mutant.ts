import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { evaluate } from '../reference/evaluate.ts';
import type { Mutant } from './mutants.ts';

const REFERENCE = fileURLToPath(new URL('../reference/', import.meta.url));

/** The reference with one mistake in it. Throws when the place to change is not there just once. */
export async function loadMutant({ mistake, file, find, put }: Mutant): Promise<typeof evaluate> {
  const folder = join(mkdtempSync(join(tmpdir(), 'mutant-')), 'reference');
  cpSync(REFERENCE, folder, { recursive: true });
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(find).length !== 2) {
    throw new Error(`"${find}" does not stand in ${file} just once (${mistake})`);
  }
  writeFileSync(
    path,
    source.replace(find, () => put),
  );
  const module = (await import(join(folder, 'evaluate.ts'))) as { evaluate: typeof evaluate };
  return module.evaluate;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The schema's files as the schema engine wants them. */
export function readSchema(): { path: string; content: string }[] {
  const folder = join(import.meta.dirname, '../schema');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.prisma'))
    .map((file) => ({
      path: join('schema', file),
      content: readFileSync(join(folder, file), 'utf8'),
    }));
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm';

const folder = fileURLToPath(new URL('../migrations', import.meta.url));

/** A migration as committed: its name, its SQL, and the checksum the database remembers it by. */
export type Migration = { name: string; sql: string; checksum: string };

/** All committed migrations, oldest first. */
export function listMigrations(): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** The same in the shape the schema engine asks for. */
export function migrationList(): MigrationList {
  const lock = 'migration_lock.toml';
  return {
    baseDir: folder,
    lockfile: { path: lock, content: readFileSync(join(folder, lock), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: listMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

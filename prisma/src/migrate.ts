import { DwellError } from '@dwell/core';
import type { Connection } from './client.ts';
import { listMigrations, migrationList } from './migrations.ts';
import { schemaEngine } from './schema-engine.ts';

type Row = { name: string; checksum: string; finished: boolean };

async function applied(connection: Connection): Promise<Row[]> {
  const [table] = await connection.prisma.$queryRaw<{ found: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`;
  if (!table?.found) return [];
  return connection.prisma.$queryRaw<Row[]>`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`;
}

/**
 * Names of committed migrations the database has not had yet; one query, no engine.
 * Errors: `MIGRATION_NEWER` when a newer version of Dwell has been here, `MIGRATION_FAILED` when
 * an earlier attempt broke off.
 */
export async function pendingMigrations(connection: Connection): Promise<string[]> {
  const rows = await applied(connection);
  const known = listMigrations();
  const strange = rows.find((row) => !known.some(({ name }) => name === row.name));
  const where = connection.target.kind === 'embedded' ? connection.target.folder : 'DATABASE_URL';
  if (strange) {
    throw new DwellError('MIGRATION_NEWER', {
      what: `the database has been changed by a newer version (${strange.name})`,
      where,
      todo: 'start that version, or use another database',
    });
  }
  const broken = rows.find((row) => !row.finished);
  if (broken) {
    throw new DwellError('MIGRATION_FAILED', {
      what: `the change ${broken.name} of the database broke off half-way`,
      where,
      todo: 'put back a copy of the database from before the upgrade',
    });
  }
  return known.map(({ name }) => name).filter((name) => !rows.some((row) => row.name === name));
}

/** Applies what is pending and returns its names. Errors: `MIGRATION_FAILED` with the engine's reason. */
export async function migrate(connection: Connection): Promise<string[]> {
  if ((await pendingMigrations(connection)).length === 0) return [];
  const engine = await schemaEngine(connection.adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (cause) {
    throw new DwellError('MIGRATION_FAILED', {
      what: `the database could not be brought up to date (${cause instanceof Error ? cause.message : String(cause)})`,
      where: connection.target.kind === 'embedded' ? connection.target.folder : 'DATABASE_URL',
      todo: 'put back a copy of the database from before the upgrade, and report this with the text above',
      exit: 3,
      cause,
    });
  } finally {
    engine.free();
  }
}

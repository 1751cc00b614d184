import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { connect, type Connection, type Target } from './client.ts';
import { storageError } from './home.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { isSeeded, seed } from './seed.ts';

/** Any constant does: whoever holds it is the one who brings a shared server up to date. */
const ADVISORY_LOCK = 0x6477656c;

async function bringUpToDate(connection: Connection): Promise<void> {
  await migrate(connection);
  await seed(connection.prisma);
}

/** Makes the folder beside its place and moves it there when complete, so that it is whole or absent. */
async function createFolder(folder: string): Promise<void> {
  const fresh = `${folder}.new-${randomUUID().slice(0, 8)}`;
  try {
    const connection = await connect({ kind: 'embedded', folder: fresh });
    try {
      await bringUpToDate(connection);
    } finally {
      await connection.close();
    }
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw storageError(error, folder);
  }
}

/**
 * Makes the database if it is not there, applies pending migrations and fills in the shop's working
 * set. Idempotent. Takes about 900 MB for a moment when it makes an embedded database, which is why
 * servers run it in a child process.
 */
export async function prepare(target: Target): Promise<void> {
  if (target.kind === 'embedded' && !existsSync(target.folder)) return createFolder(target.folder);
  const connection = await connect(target);
  try {
    if (target.kind === 'embedded') return await bringUpToDate(connection);
    await connection.prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK}::bigint)`;
        await bringUpToDate(connection);
      },
      { timeout: 300_000, maxWait: 10_000 },
    );
  } finally {
    await connection.close();
  }
}

/** Is there nothing for `prepare` to do? Errors: those of `pendingMigrations`. */
export async function isPrepared(connection: Connection): Promise<boolean> {
  return (await pendingMigrations(connection)).length === 0 && (await isSeeded(connection.prisma));
}

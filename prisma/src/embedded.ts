import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { DwellError } from '@dwell/core';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { storageError } from './home.ts';

/** Major version of PostgreSQL inside the embedded database; folders of another one do not open. */
const SUPPORTED = '18';

/**
 * Smaller caches than a server of its own would take: this one shares its process with the web
 * server, and its tables are small. Measured: 120 MB less resident memory.
 */
const SMALL = ['shared_buffers=16MB', 'wal_buffers=1MB', 'max_wal_size=64MB', 'min_wal_size=32MB'];

const NEEDED_BYTES = 50_000_000;

function checkVersion(folder: string): void {
  const file = join(folder, 'PG_VERSION');
  if (!existsSync(file)) return;
  const version = readFileSync(file, 'utf8').trim();
  if (version === SUPPORTED) return;
  throw new DwellError('DATABASE_VERSION', {
    what: `the database was written by PostgreSQL ${version}, this engine reads ${SUPPORTED}`,
    where: folder,
    todo: 'start the version of Dwell that wrote it, or move the folder away to begin with an empty one',
  });
}

/** The engine does not say why it failed; a new folder takes 40 MB. */
function isNearlyFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(folder));
  return bavail * bsize < NEEDED_BYTES;
}

/**
 * Opens (or creates) the embedded database in `folder`. The caller holds the folder's lock.
 * Errors: `DATABASE_VERSION`, `DISK_FULL`, `HOME_UNWRITABLE`, `DATABASE_BROKEN`.
 */
export async function openEmbedded(folder: string): Promise<PGlite> {
  checkVersion(folder);
  try {
    return await PGlite.create(folder, {
      startParams: [...PGlite.defaultStartParams, ...SMALL.flatMap((setting) => ['-c', setting])],
    });
  } catch (error) {
    const known = storageError(error, folder);
    if (known !== error) throw known;
    if (isNearlyFull(folder)) throw storageError({ code: 'ENOSPC' }, folder);
    throw new DwellError('DATABASE_BROKEN', {
      what: 'the embedded database does not open',
      where: folder,
      todo: 'look at the disk (space, permissions); if it was damaged, put back a copy or move the folder away to begin with an empty one',
      cause: error,
    });
  }
}

/** Scripts are awaited here: the adapter would let a failing one go unnoticed. */
async function awaitScripts(
  pglite: PGlite,
  adapter: Promise<SqlDriverAdapter>,
): Promise<SqlDriverAdapter> {
  const ready = await adapter;
  ready.executeScript = async (script) => {
    await pglite.exec(script);
  };
  return ready;
}

/** Prisma's driver adapter for an open embedded database. */
export function embeddedAdapter(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => awaitScripts(pglite, factory.connect()),
    connectToShadowDb: async () => {
      const shadow = await PGlite.create();
      return awaitScripts(shadow, new PrismaPGlite(shadow).connect());
    },
  };
}

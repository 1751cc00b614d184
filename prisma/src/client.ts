import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from './generated/client.ts';
import { postgresError } from './postgres-error.ts';

/** Where the database is: a folder of our own, or a PostgreSQL server. */
export type Target = { kind: 'embedded'; folder: string } | { kind: 'postgresql'; url: string };

/** An open database: the client for queries, the adapter for migrations. */
export type Connection = {
  target: Target;
  prisma: PrismaClient;
  adapter: SqlMigrationAwareDriverAdapterFactory;
  close(): Promise<void>;
};

async function connectEmbedded(target: Target & { kind: 'embedded' }): Promise<Connection> {
  const { embeddedAdapter, openEmbedded } = await import('./embedded.ts');
  const pglite = await openEmbedded(target.folder);
  const adapter = embeddedAdapter(pglite);
  const prisma = new PrismaClient({ adapter });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    if (!pglite.closed) await pglite.close();
  };
  return { target, prisma, adapter, close };
}

async function connectPostgres(target: Target & { kind: 'postgresql' }): Promise<Connection> {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const adapter = new PrismaPg({
    connectionString: target.url,
    max: 8,
    connectionTimeoutMillis: 5_000,
  });
  const prisma = new PrismaClient({ adapter });
  try {
    await prisma.$queryRaw`SELECT 1`;
  } catch (error) {
    await prisma.$disconnect();
    throw postgresError(error, target.url);
  }
  return { target, prisma, adapter, close: () => prisma.$disconnect() };
}

/** Opens a database. Errors: those of `openEmbedded`; `DATABASE_URL`, `DATABASE_DOWN`. */
export function connect(target: Target): Promise<Connection> {
  return target.kind === 'embedded' ? connectEmbedded(target) : connectPostgres(target);
}

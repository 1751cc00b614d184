import type { Trouble } from './announcements.ts';
import type { PrismaClient } from './generated/client.ts';

const EVERY_MS = 10 * 60_000;

/**
 * The embedded database has no background processes: without checkpoints its journal would grow as
 * long as the server runs, and a restart after a crash would have to read all of it.
 */
export function startMaintenance(prisma: PrismaClient, onTrouble: Trouble): () => void {
  const timer = setInterval(() => {
    void tidy(prisma).catch((error: unknown) => onTrouble('tidying the database', error));
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Writes the journal into the tables and clears out rows that were overwritten. */
export async function tidy(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`VACUUM "ClockBeat", "Session", "Run", "Guest"`;
  await prisma.$executeRaw`CHECKPOINT`;
}

import { CHANNEL, type Announcements, type LogName } from './announcements.ts';
import { databaseError, logConflict, noSuchRun, sqlState } from './database-error.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';

const FOREIGN_KEY_VIOLATION = '23503';

/** A row of a log: `columns` and `values` beside (runId, sequence). */
export type LogRow = {
  log: LogName;
  runId: string;
  sequence: number;
  columns: Prisma.Sql;
  values: Prisma.Sql;
};

const TABLES: Record<LogName, Prisma.Sql> = {
  command: Prisma.raw('"WorldCommand"'),
  clock: Prisma.raw('"ClockEntry"'),
};

/**
 * Appends one row at its place, in one statement that also tells other processes; when this
 * resolves, the row is committed. Errors: `LOG_CONFLICT` when the place is taken or would leave a
 * gap, `NO_SUCH_RUN`, `DISK_FULL`.
 */
export async function appendRow(
  prisma: PrismaClient,
  announcements: Announcements,
  row: LogRow,
): Promise<void> {
  const { log, runId, sequence } = row;
  const table = TABLES[log];
  let added: unknown[];
  try {
    added = await prisma.$queryRaw<unknown[]>`
      WITH added AS (
        INSERT INTO ${table} ("runId", "sequence", ${row.columns})
        SELECT ${runId}::text, ${sequence}::int, ${row.values}
        WHERE ${sequence}::int = (SELECT COALESCE(MAX("sequence"), 0) + 1 FROM ${table} WHERE "runId" = ${runId}::text)
        ON CONFLICT DO NOTHING
        RETURNING "sequence"
      )
      SELECT pg_notify(${CHANNEL}::text, ${`${log} ${sequence} ${runId}`}::text)::text FROM added`;
  } catch (error) {
    if (sqlState(error) === FOREIGN_KEY_VIOLATION) throw noSuchRun(runId);
    throw databaseError(error, `${log} log of run ${runId}`);
  }
  if (added.length === 0) throw logConflict(`${log} log`, runId, sequence);
  announcements.appended(log, runId, sequence);
}

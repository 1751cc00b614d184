import { CHANNEL, type Announcements, type LogName } from './announcements.ts';
import {
  databaseError,
  logConflict,
  noSuchExercise,
  noSuchRun,
  sqlState,
} from './database-error.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';

const FOREIGN_KEY_VIOLATION = '23503';

/** A row of a log: `columns` and `values` beside the id of what it belongs to and the sequence. */
export type LogRow = {
  log: LogName;
  /** Id of the run or the exercise. */
  of: string;
  sequence: number;
  columns: Prisma.Sql;
  values: Prisma.Sql;
};

type Place = { table: Prisma.Sql; key: Prisma.Sql; missing(id: string): Error };

const runLog = (table: string): Place => ({
  table: Prisma.raw(table),
  key: Prisma.raw('"runId"'),
  missing: noSuchRun,
});

const PLACES: Record<LogName, Place> = {
  command: runLog('"WorldCommand"'),
  clock: runLog('"ClockEntry"'),
  room: {
    table: Prisma.raw('"RoomEntry"'),
    key: Prisma.raw('"exerciseId"'),
    missing: noSuchExercise,
  },
};

/**
 * Appends one row at its place, in one statement that also tells other processes; when this
 * resolves, the row is committed. Errors: `LOG_CONFLICT` when the place is taken or would leave a
 * gap, `NO_SUCH_RUN` or `NO_SUCH_EXERCISE`, `DISK_FULL`.
 */
export async function appendRow(
  prisma: PrismaClient,
  announcements: Announcements,
  row: LogRow,
): Promise<void> {
  const { log, of, sequence } = row;
  const { table, key, missing } = PLACES[log];
  let added: unknown[];
  try {
    added = await prisma.$queryRaw<unknown[]>`
      WITH added AS (
        INSERT INTO ${table} (${key}, "sequence", ${row.columns})
        SELECT ${of}::text, ${sequence}::int, ${row.values}
        WHERE ${sequence}::int = (SELECT COALESCE(MAX("sequence"), 0) + 1 FROM ${table} WHERE ${key} = ${of}::text)
        ON CONFLICT DO NOTHING
        RETURNING "sequence"
      )
      SELECT pg_notify(${CHANNEL}::text, ${`${log} ${sequence} ${of}`}::text)::text FROM added`;
  } catch (error) {
    if (sqlState(error) === FOREIGN_KEY_VIOLATION) throw missing(of);
    throw databaseError(error, `${log} log of ${of}`);
  }
  if (added.length === 0) throw logConflict(`${log} log`, of, sequence);
  announcements.appended(log, of, sequence);
}

import { DwellError } from '@dwell/core';

/** SQLSTATE of a failed query, wherever Prisma has put it. */
export function sqlState(error: unknown): string | undefined {
  const cause = error as {
    code?: unknown;
    meta?: { code?: unknown; driverAdapterError?: { cause?: { originalCode?: unknown } } };
  };
  const original = cause?.meta?.driverAdapterError?.cause?.originalCode ?? cause?.meta?.code;
  return typeof original === 'string' ? original : undefined;
}

/** Did something else have what must be had once? */
export function isTaken(error: unknown): boolean {
  return sqlState(error) === '23505' || (error as { code?: unknown }).code === 'P2002';
}

/** Turns a full disk into an error for people; other errors pass through. */
export function databaseError(error: unknown, where: string): unknown {
  const full =
    sqlState(error) === '53100' ||
    /no space left on device|ENOSPC/i.test(error instanceof Error ? error.message : '');
  if (!full) return error;
  return new DwellError('DISK_FULL', {
    what: 'the disk is full: nothing was saved',
    where,
    todo: 'free some disk space and do it again',
    cause: error,
  });
}

/** A log whose next place is not the one asked for. */
export function logConflict(log: string, of: string, sequence: number): DwellError {
  return new DwellError('LOG_CONFLICT', {
    what: `place ${sequence} of the ${log} is taken, or would leave a gap`,
    where: of,
    todo: 'read what is new in the log and append after it',
  });
}

/** A run that is not, or no longer, kept. */
export function noSuchRun(runId: string): DwellError {
  return new DwellError('NO_SUCH_RUN', {
    what: 'there is no such run',
    where: `run ${runId}`,
    todo: 'choose one from the list of runs; it may have been removed',
  });
}

/** An exercise that is not, or no longer, kept. */
export function noSuchExercise(id: string): DwellError {
  return new DwellError('NO_SUCH_EXERCISE', {
    what: 'there is no such exercise',
    where: `exercise ${id}`,
    todo: 'it may have been removed; ask whoever leads it',
  });
}

/** A code that another exercise has. */
export function codeTaken(code: string): DwellError {
  return new DwellError('CODE_TAKEN', {
    what: 'another exercise has this code',
    where: code,
    todo: 'draw another code',
  });
}

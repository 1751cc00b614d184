import { badInput, DwellError, type ExitCode } from '@dwell/core';
import { oneLine } from './one-line.ts';

/** Thrown by a command that stopped because its signal was aborted. */
export function interrupted(): DwellError {
  return new DwellError('INTERRUPTED', {
    what: 'interrupted',
    where: 'dwell',
    todo: 'run it again; nothing was left half-written',
    exit: 130,
  });
}

/** Of a case that was changed and cannot be replayed any more. */
export function brokenSeal(path: string): DwellError {
  const todo = 'download the case again';
  return badInput('SEAL', 'the seal is broken: the content was changed', path, todo);
}

/** The error's line for stderr and its exit code; with `debug` the stack follows. */
export function describeError(
  error: unknown,
  where: string,
  debug: boolean,
): { text: string; exit: ExitCode } {
  const known = toDwellError(error, where);
  const line = `error: ${oneLine(known.what)} · ${oneLine(known.where)} · ${oneLine(known.todo)}`;
  const stack = debug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return { text: `${line}${stack}\n`, exit: known.exit };
}

function toDwellError(error: unknown, where: string): DwellError {
  if (error instanceof DwellError) return error;
  const { name, code, message } = (error ?? {}) as {
    name?: string;
    code?: string;
    message?: string;
  };
  if (name === 'AbortError' || code === 'ABORT_ERR') return interrupted();
  if (code === 'ENOSPC') {
    return new DwellError('DISK_FULL', {
      what: 'the disk is full',
      where,
      todo: 'free some space, or choose a coarser --scale',
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new DwellError('FILE', {
      what: 'permission denied',
      where: pathOf(error) ?? where,
      todo: 'check the permissions',
    });
  }
  const what = message ?? String(error);
  return new DwellError('INTERNAL', {
    what: what === '' ? 'something broke' : what,
    where,
    todo: 'please report it with the command that repeats it (--debug shows the stack)',
    exit: 3,
  });
}

function pathOf(error: unknown): string | undefined {
  const path = (error as { path?: unknown }).path;
  return typeof path === 'string' ? path : undefined;
}

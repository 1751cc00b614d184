import { DwellError } from '@dwell/core';

/**
 * A failed write as a sentence. `STORE_FULL` when the disk (or a quota) is full, else `STORE_WRITE`.
 * A DwellError passes through.
 */
export function storeError(cause: unknown, folder: string): DwellError {
  if (cause instanceof DwellError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/ENOSPC|EDQUOT|EFBIG|No space left|quota exceeded|File too large/i.test(text)) {
    return new DwellError('STORE_FULL', {
      what: 'no room on the disk for the log records; nothing was kept of this segment',
      where: folder,
      todo: 'free space there, or choose a coarser scale, then start again',
      exit: 2,
      cause,
    });
  }
  if (/Out of Memory|memory limit/i.test(text)) {
    return new DwellError('STORE_MEMORY', {
      what: 'writing log records ran out of its memory limit',
      where: folder,
      todo: 'give it more (memoryMb) or let it write more often (drained)',
      exit: 3,
      cause,
    });
  }
  return new DwellError('STORE_WRITE', {
    what: `log records could not be written (${text.split('\n')[0]})`,
    where: folder,
    todo: 'check that the folder exists and may be written to, then start again',
    exit: 2,
    cause,
  });
}

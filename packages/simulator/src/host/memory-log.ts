import { badInput, type DwellError } from '@dwell/core';

/** The error of an append whose place is taken or would leave a gap. */
export function logConflict(sequence: number, next: number): DwellError {
  return badInput(
    'LOG_CONFLICT',
    `place ${sequence} is not free`,
    'the log',
    `read again and append at ${next}`,
  );
}

/** An append-only list with places 1, 2, 3… that tells its subscribers. */
export class MemoryLog<Entry extends { sequence: number }> {
  readonly entries: Entry[] = [];
  readonly listeners = new Set<(entry: Entry) => void>();

  async append(entry: Entry): Promise<void> {
    const next = this.entries.length + 1;
    if (entry.sequence !== next) throw logConflict(entry.sequence, next);
    this.entries.push(structuredClone(entry));
    for (const listener of this.listeners) listener(structuredClone(entry));
  }

  async read(after = 0): Promise<Entry[]> {
    return structuredClone(this.entries.slice(after));
  }

  /** Puts these in the place of the entries at their sequence numbers, where there are any. */
  async rewrite(changes: readonly (Partial<Entry> & { sequence: number })[]): Promise<void> {
    for (const change of structuredClone(changes)) {
      const there = this.entries[change.sequence - 1];
      if (there) this.entries[change.sequence - 1] = { ...there, ...change };
    }
  }

  subscribe(listener: (entry: Entry) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

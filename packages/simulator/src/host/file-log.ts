import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { writeFileAtomic } from './atomic-file.ts';
import { logConflict } from './memory-log.ts';

/**
 * An append-only log in a file, one JSON entry a line, for one process at a time. An entry is there
 * once `append` resolved, also after a power cut; a line torn by one is cut off at the next start.
 */
export class FileLog<Entry extends { sequence: number }> {
  readonly #path: string;
  readonly #listeners = new Set<(entry: Entry) => void>();
  #entries: Entry[] | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  async append(entry: Entry): Promise<void> {
    const entries = this.#read();
    const next = entries.length + 1;
    if (entry.sequence !== next) throw logConflict(entry.sequence, next);
    mkdirSync(dirname(this.#path), { recursive: true });
    const file = openSync(this.#path, 'a');
    try {
      writeSync(file, `${JSON.stringify(entry)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    entries.push(structuredClone(entry));
    for (const listener of this.#listeners) listener(structuredClone(entry));
  }

  async read(after = 0): Promise<Entry[]> {
    return structuredClone(this.#read().slice(after));
  }

  /** Writes the log anew with these in the place of the entries at their sequence numbers. */
  async rewrite(changes: readonly (Partial<Entry> & { sequence: number })[]): Promise<void> {
    const entries = [...this.#read()];
    for (const change of structuredClone(changes)) {
      const there = entries[change.sequence - 1];
      if (there) entries[change.sequence - 1] = { ...there, ...change };
    }
    writeFileAtomic(this.#path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    this.#entries = entries;
  }

  subscribe(listener: (entry: Entry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #read(): Entry[] {
    if (this.#entries) return this.#entries;
    this.#entries = [];
    if (!existsSync(this.#path)) return this.#entries;
    const text = readFileSync(this.#path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) truncateSync(this.#path, Buffer.byteLength(whole));
    this.#entries = whole
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry);
    return this.#entries;
  }
}

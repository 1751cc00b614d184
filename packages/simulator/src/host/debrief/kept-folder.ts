import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../atomic-file.ts';

/** Bytes that may be kept; what was not asked for longest goes first. It can all be made again. */
const BYTES_MAX = 400_000_000;

export type KeptKind = 'replay' | 'bounds' | 'what-ifs';

/** What replays came to, in a folder that several processes share: a file a run and kind. */
export class KeptFolder {
  readonly #folder: string;
  readonly #bytesMax: number;

  constructor(folder: string, bytesMax: number = BYTES_MAX) {
    this.#folder = folder;
    this.#bytesMax = bytesMax;
  }

  /** Null when it is not there, or cannot be read. */
  read(kind: KeptKind, key: string): unknown {
    const path = this.#path(kind, key);
    try {
      const value = JSON.parse(readFileSync(path, 'utf8')) as unknown;
      const now = new Date();
      utimesSync(path, now, now);
      return value;
    } catch {
      return null;
    }
  }

  /** Keeps it, if it can; false: there is no room, or no such folder can be. */
  write(kind: KeptKind, key: string, value: unknown): boolean {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileAtomic(this.#path(kind, key), JSON.stringify(value));
    } catch {
      return false;
    }
    try {
      this.#makeRoom();
    } catch {
      // Another process makes room too.
    }
    return true;
  }

  #makeRoom(): void {
    const files = readdirSync(this.#folder)
      .map((name) => {
        const path = join(this.#folder, name);
        const { size, mtimeMs } = statSync(path);
        return { path, size, mtimeMs };
      })
      .sort((x, y) => y.mtimeMs - x.mtimeMs);
    let bytes = 0;
    for (const { path, size } of files) {
      bytes += size;
      if (bytes > this.#bytesMax) rmSync(path, { force: true });
    }
  }

  #path(kind: KeptKind, key: string): string {
    return join(this.#folder, `${key}.${kind}.json`);
  }
}

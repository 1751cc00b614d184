import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256Hex } from '@dwell/core';
import { ENGINE } from '../run/engine-version.ts';
import { writeFileAtomic } from './atomic-file.ts';

/** What a history is a function of. Commands are not in it: there are none before an exercise starts. */
export type HistoryInput = { scenarioHash: string; seed: number; scale: number; days: number };

/** Written last: a history without it is not finished. */
const DONE = 'history.json';

type Done = { format: 1; bytes: number; records: number };

/** Name of a history's folder: two runs with the same name share it. */
export function historyKey(input: HistoryInput): string {
  return sha256Hex(canonicalJson({ ...input, engine: ENGINE })).slice(0, 32);
}

/**
 * Histories on disk, each in a folder named by what it is a function of. They may all be deleted at
 * any time. Above the size limit the least recently used go first, never one that is in use.
 */
export class HistoryShelf {
  readonly root: string;
  readonly #bytesMax: number;
  readonly #inUse: () => ReadonlySet<string>;

  constructor(root: string, bytesMax: number, inUse: () => ReadonlySet<string>) {
    this.root = root;
    this.#bytesMax = bytesMax;
    this.#inUse = inUse;
  }

  folder(key: string): string {
    return join(this.root, key);
  }

  /** Records of a finished history, or null. Marks it as used. */
  find(key: string): Done | null {
    const path = join(this.folder(key), DONE);
    try {
      const done = JSON.parse(readFileSync(path, 'utf8')) as Done;
      const now = new Date();
      utimesSync(path, now, now);
      return done.format === 1 ? done : null;
    } catch {
      return null;
    }
  }

  /** Marks a history as finished, and makes room for it. */
  finish(key: string, done: Omit<Done, 'format'>): void {
    writeFileAtomic(join(this.folder(key), DONE), JSON.stringify({ format: 1, ...done }));
    this.#evict(key);
  }

  /** Removes what a build left that will not be taken up again. */
  discard(key: string): void {
    rmSync(this.folder(key), { recursive: true, force: true });
  }

  #evict(newest: string): void {
    mkdirSync(this.root, { recursive: true });
    const kept = readdirSync(this.root)
      .flatMap((key) => {
        const path = join(this.root, key, DONE);
        if (!existsSync(path)) return [];
        const bytes = (JSON.parse(readFileSync(path, 'utf8')) as Done).bytes;
        return [{ key, bytes, usedMs: statSync(path).mtimeMs }];
      })
      .sort((x, y) => x.usedMs - y.usedMs);
    let total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { key, bytes } of kept) {
      if (total <= this.#bytesMax) return;
      if (key === newest || this.#inUse().has(key)) continue;
      this.discard(key);
      total -= bytes;
    }
  }
}

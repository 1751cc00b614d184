import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Canonical, canonicalJson, sha256Hex } from '@dwell/core';
import { writeFileAtomic } from '../write-file-atomic.ts';

const BYTES_MAX = 256 * 1024 * 1024;
/** What an eviction leaves, so that the next result does not evict again. */
const KEEP = 0.9;
/** Raised when the meaning of what is kept changes. */
const FORMAT = 'results-1';

type Entry = { key: Canonical; value: Canonical; sum: string };

const sumOf = (key: Canonical, value: Canonical) => sha256Hex(canonicalJson([key, value]));

/**
 * Results by what they are a function of: files named by the SHA-256 of the key's canonical JSON. An
 * entry that cannot be read, is damaged or belongs to another key counts as missing and is removed;
 * nothing in here is ever needed, so a folder that cannot be written is only told of.
 */
export class ResultCache {
  readonly folder: string;
  readonly #bytesMax: number;
  #written = false;
  /** Why nothing could be kept; null while all is well. */
  complaint: string | null = null;

  constructor(folder: string, bytesMax = BYTES_MAX) {
    this.folder = folder;
    this.#bytesMax = bytesMax;
  }

  /** The value kept for a key, or undefined. Reading makes it young again. */
  get(key: Canonical): Canonical | undefined {
    const path = this.#path(key);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
    const value = valueOf(text, key);
    try {
      const now = new Date();
      if (value === undefined) rmSync(path, { force: true });
      else utimesSync(path, now, now);
    } catch {
      // A cache that is only to be read is a cache too.
    }
    return value;
  }

  /** Keeps a value; it appears whole or not at all. */
  put(key: Canonical, value: Canonical): void {
    const path = this.#path(key);
    const entry: Entry = { key, value, sum: sumOf(key, value) };
    try {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileAtomic(path, `${JSON.stringify(entry)}\n`);
      this.#written = true;
    } catch (error) {
      this.complaint = (error as Error).message;
    }
  }

  /** After writing: removes the entries used longest ago while all of them together are too large. */
  trim(): void {
    if (!this.#written) return;
    const files = filesUnder(join(this.folder, FORMAT)).sort((a, b) => a.usedMs - b.usedMs);
    let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (bytes <= this.#bytesMax) return;
    for (const file of files) {
      if (bytes <= this.#bytesMax * KEEP) break;
      rmSync(file.path, { force: true });
      bytes -= file.bytes;
    }
  }

  #path(key: Canonical): string {
    const name = sha256Hex(canonicalJson(key));
    return join(this.folder, FORMAT, name.slice(0, 2), `${name.slice(2)}.json`);
  }
}

function valueOf(text: string, key: Canonical): Canonical | undefined {
  try {
    const entry = JSON.parse(text) as Entry;
    const same = canonicalJson(entry.key) === canonicalJson(key);
    return same && sumOf(key, entry.value) === entry.sum ? entry.value : undefined;
  } catch {
    return undefined;
  }
}

function filesUnder(folder: string): { path: string; bytes: number; usedMs: number }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = join(entry.parentPath, entry.name);
    // Another process may have removed it meanwhile.
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat ? [{ path, bytes: stat.size, usedMs: stat.mtimeMs }] : [];
  });
}

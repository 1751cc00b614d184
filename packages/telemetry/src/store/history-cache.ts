import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { badInput } from '@dwell/core';
import { releaseLock, takeLock } from './file-lock.ts';
import { isAlive } from './seal-folder.ts';
import { storeError } from './store-error.ts';

/** A history in use: it is not removed before `release`. Read it only. */
export type HistoryLease = { hash: string; folder: string; release: () => void };

export type HistoryEntry = { hash: string; bytes: number; usedAtMs: number; inUse: boolean };

const LEASES = '.leases';
const LOCK = '.lock';
const USED = '.used';
const BUILD_POLL_MS = 100;

function treeBytes(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return bytes;
}

/**
 * A folder of histories, each named by its hash, shared by processes. Above the size limit those
 * used longest ago are removed, but never one in use: a lease is a file that names the process, and
 * a dead process holds nothing.
 */
export class HistoryCache {
  private readonly folder: string;
  private readonly limitBytes: number;
  private leases = 0;

  constructor(options: { folder: string; limitBytes: number }) {
    this.folder = options.folder;
    this.limitBytes = options.limitBytes;
    mkdirSync(join(this.folder, LEASES), { recursive: true });
    for (const name of readdirSync(this.folder)) {
      const pid = /^\.(?:build|gone)-.*-(\d+)$/.exec(name)?.[1];
      if (pid && !isAlive(Number(pid)))
        rmSync(join(this.folder, name), { recursive: true, force: true });
    }
  }

  /** The history, leased, or null when it is not there. */
  async acquire(hash: string): Promise<HistoryLease | null> {
    this.check(hash);
    return this.locked(() => this.lease(hash));
  }

  /**
   * The history, leased: there already, or made by `make` in a folder that appears under the hash
   * only when it resolves. Two that want the same one: the second waits for the first. What `make`
   * throws is passed on, and nothing is kept. Errors: `HISTORY_HASH`, `STORE_*`.
   */
  async build(
    hash: string,
    make: (folder: string) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<HistoryLease> {
    this.check(hash);
    const building = join(this.folder, `.making-${hash}`);
    await takeLock(building, BUILD_POLL_MS, signal);
    const unfinished = join(this.folder, `.build-${hash}-${process.pid}`);
    try {
      const there = await this.acquire(hash);
      if (there) return there;
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished);
      await make(unfinished);
      signal?.throwIfAborted();
      const lease = await this.locked(() => {
        renameSync(unfinished, join(this.folder, hash));
        return this.lease(hash)!;
      });
      await this.evict();
      return lease;
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      const system = (error as NodeJS.ErrnoException).code;
      throw system?.startsWith('E') ? storeError(error, this.folder) : error;
    } finally {
      releaseLock(building);
    }
  }

  /** What is there, longest unused first. */
  list(): readonly HistoryEntry[] {
    const used = this.inUse();
    return readdirSync(this.folder)
      .filter((name) => !name.startsWith('.'))
      .map((hash) => {
        const folder = join(this.folder, hash);
        const mark = join(folder, USED);
        const usedAtMs = statSync(existsSync(mark) ? mark : folder).mtimeMs;
        return { hash, bytes: treeBytes(folder), usedAtMs, inUse: used.has(hash) };
      })
      .sort((a, b) => a.usedAtMs - b.usedAtMs || (a.hash < b.hash ? -1 : 1));
  }

  /** Removes those unused longest until the rest fits. The hashes removed. */
  evict(): Promise<readonly string[]> {
    return this.locked(() => {
      const entries = this.list();
      let bytes = entries.reduce((sum, e) => sum + e.bytes, 0);
      const removed: string[] = [];
      for (const entry of entries) {
        if (bytes <= this.limitBytes) break;
        if (entry.inUse) continue;
        this.drop(entry.hash);
        bytes -= entry.bytes;
        removed.push(entry.hash);
      }
      return removed;
    });
  }

  /** Removes a history; false when it is in use or not there. */
  async remove(hash: string): Promise<boolean> {
    this.check(hash);
    return this.locked(() => {
      if (this.inUse().has(hash) || !existsSync(join(this.folder, hash))) return false;
      this.drop(hash);
      return true;
    });
  }

  private lease(hash: string): HistoryLease | null {
    const folder = join(this.folder, hash);
    if (!existsSync(folder)) return null;
    writeFileSync(join(folder, USED), '');
    const file = join(
      this.folder,
      LEASES,
      `${hash}.${process.pid}.${++this.leases}.${process.hrtime.bigint()}`,
    );
    writeFileSync(file, '');
    return { hash, folder, release: () => rmSync(file, { force: true }) };
  }

  /** Hashes with a living lease; those of dead processes are cleared. */
  private inUse(): ReadonlySet<string> {
    const used = new Set<string>();
    for (const name of readdirSync(join(this.folder, LEASES))) {
      const [hash, pid] = name.split('.');
      if (isAlive(Number(pid))) used.add(hash!);
      else rmSync(join(this.folder, LEASES, name), { force: true });
    }
    return used;
  }

  /** Out of sight at once, then deleted. */
  private drop(hash: string): void {
    const gone = join(this.folder, `.gone-${hash}-${process.pid}`);
    renameSync(join(this.folder, hash), gone);
    rmSync(gone, { recursive: true, force: true });
  }

  private async locked<T>(work: () => T): Promise<T> {
    const lock = join(this.folder, LOCK);
    await takeLock(lock);
    try {
      return work();
    } finally {
      releaseLock(lock);
    }
  }

  private check(hash: string): void {
    if (!/^[0-9A-Za-z_-]{1,128}$/.test(hash)) {
      throw badInput(
        'HISTORY_HASH',
        `"${hash}" cannot name a history`,
        'HistoryCache',
        'use a hash in hex',
      );
    }
  }
}

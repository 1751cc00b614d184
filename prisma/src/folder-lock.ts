import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { DwellError } from '@dwell/core';
import { storageError } from './home.ts';

/** Who holds a folder. */
export type Holder = {
  pid: number;
  host: string;
  startedAt: string;
  processStart: string | null;
  token: string;
};

/** A held lock; `release` is safe to call twice. */
export type FolderLock = { holder: Holder; release(): void };

const HEARTBEAT_MS = 5_000;
/** A holder on another machine is believed gone when its lock was not touched for so long. */
const SILENCE_MS = 30_000;

/** Start of a process in clock ticks since boot: tells a process from a later one with its number. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function silenceMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function isAlive(path: string, holder: Holder | null): boolean {
  // A half-written lock belongs to someone who is just taking it, or who died while doing so.
  if (!holder) return silenceMs(path) < HEARTBEAT_MS;
  if (holder.host !== hostname()) return silenceMs(path) < SILENCE_MS;
  if (holder.pid === process.pid && holder.processStart === processStart(process.pid))
    return heldHere.has(holder.token);
  if (!isRunning(holder.pid)) return false;
  return holder.processStart === null || holder.processStart === processStart(holder.pid);
}

const heldHere = new Set<string>();

function taken(path: string, holder: Holder | null): DwellError {
  const who = holder
    ? `process ${holder.pid} on ${holder.host}, since ${holder.startedAt}`
    : 'a process that is just starting';
  const elsewhere = holder !== null && holder.host !== hostname();
  return new DwellError('HOME_LOCKED', {
    what: `the database is in use by ${who}`,
    where: path,
    todo: elsewhere
      ? `stop it there and try again in ${SILENCE_MS / 1000} s, or set DWELL_HOME to another folder`
      : 'use that server, or stop it (Ctrl+C in its window) and try again, or set DWELL_HOME to another folder',
  });
}

function tryCreate(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o644 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw storageError(error, path);
  }
  return readHolder(path)?.token === holder.token;
}

/** Moves a dead holder's lock out of the way, unless someone else was faster. */
function clearStale(path: string, seen: Holder | null): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved?.token !== seen?.token && moved) tryCreate(path, moved);
  rmSync(aside, { force: true });
}

/**
 * Takes the lock file at `path` for this process, or says who has it.
 * Errors: `HOME_LOCKED` (exit 2).
 */
export function lockFolder(path: string): FolderLock {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    startedAt: new Date().toISOString(),
    processStart: processStart(process.pid),
    token: randomUUID(),
  };
  for (let attempt = 0; !tryCreate(path, holder); attempt++) {
    const other = readHolder(path);
    if (attempt === 3 || isAlive(path, other)) throw taken(path, other);
    clearStale(path, other);
  }
  heldHere.add(holder.token);
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder is gone; there is nothing left to guard.
    }
  }, HEARTBEAT_MS);
  beat.unref();
  const release = (): void => {
    clearInterval(beat);
    if (!heldHere.delete(holder.token)) return;
    if (readHolder(path)?.token === holder.token) rmSync(path, { force: true });
  };
  process.once('exit', release);
  return { holder, release };
}

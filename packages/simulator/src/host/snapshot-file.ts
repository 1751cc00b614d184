import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { canonicalJson, sha256Hex, type SimTime } from '@dwell/core';
import type { LiveWatchState } from '../detection/live-watch.ts';
import type { Command } from '../run/command.ts';
import type { DomainEvent, HourFrame } from '../run/frame.ts';
import { writeFileAtomic } from './atomic-file.ts';

/** How many snapshots of a run are kept; older ones can be derived again. */
export const SNAPSHOTS_KEPT = 3;

/** A run as it stood at the start of a simulated day: state, and what was told of it so far. */
export type SavedWorld = {
  /** Names everything the state is a function of, commands up to `at` included; see `snapshotKey`. */
  key: string;
  at: SimTime;
  snapshot: unknown;
  hours: HourFrame[];
  events: DomainEvent[];
  /** The rules deployed in it; null when there could be none yet. */
  watch: LiveWatchState | null;
};

const SHA_HEX_CHARS = 64;

/** Two worlds with the same key at the same time are the same world. */
export function snapshotKey(input: {
  engine: string;
  scenarioHash: string;
  seed: number;
  scale: number;
  commands: readonly Command[];
  at: SimTime;
}): string {
  const { engine, scenarioHash, seed, scale, at } = input;
  const commands = input.commands.filter((command) => command.at <= at);
  return sha256Hex(canonicalJson({ engine, scenarioHash, seed, scale, at, commands }));
}

const fileName = (at: SimTime) => `${String(at).padStart(14, '0')}.world`;

function times(folder: string): SimTime[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => (/^\d{14}\.world$/.test(name) ? [Number(name.slice(0, 14))] : []))
    .sort((x, y) => y - x);
}

/** Writes a snapshot whole or not at all, and drops the oldest beyond `SNAPSHOTS_KEPT`. */
export function saveWorld(folder: string, saved: SavedWorld): void {
  mkdirSync(folder, { recursive: true });
  const body = serialize(saved);
  writeFileAtomic(
    join(folder, fileName(saved.at)),
    Buffer.concat([Buffer.from(sha256Hex(body)), body]),
  );
  for (const at of times(folder).slice(SNAPSHOTS_KEPT))
    rmSync(join(folder, fileName(at)), { force: true });
}

/**
 * The latest snapshot at or before `until` whose key fits the run's set-up and log, or null. A file
 * that is torn, or of another log, is passed over: everything in it can be derived again.
 */
export function latestWorld(
  folder: string,
  keyAt: (at: SimTime) => string,
  until: SimTime = Number.MAX_SAFE_INTEGER,
): SavedWorld | null {
  for (const at of times(folder)) {
    if (at > until) continue;
    const saved = readSaved(join(folder, fileName(at)));
    if (saved && saved.at === at && saved.key === keyAt(at)) return saved;
  }
  return null;
}

function readSaved(path: string): SavedWorld | null {
  try {
    const file = readFileSync(path);
    const body = file.subarray(SHA_HEX_CHARS);
    if (sha256Hex(body) !== file.subarray(0, SHA_HEX_CHARS).toString()) return null;
    return deserialize(body) as SavedWorld;
  } catch {
    return null;
  }
}

/** Drops snapshots later than `at`, for a run whose log turned out to differ from there. */
export function dropWorldsAfter(folder: string, at: SimTime): void {
  for (const time of times(folder))
    if (time > at) rmSync(join(folder, fileName(time)), { force: true });
}

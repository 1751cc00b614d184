import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  dropWorldsAfter,
  latestWorld,
  saveWorld,
  type SavedWorld,
  SNAPSHOTS_KEPT,
  snapshotKey,
} from './snapshot-file.ts';

// Goal: a snapshot is used only when whole and of this very log; anything else is passed over.

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dwell-snapshot-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const saved = (at: number): SavedWorld => ({
  key: `key ${at}`,
  at,
  snapshot: { read: Uint8Array.of(1, 2, 3), at },
  hours: [],
  events: [{ at, kind: 'x', visibility: 'shop', values: {} }],
  watch: null,
});
const keyAt = (at: number) => `key ${at}`;

test('the latest whole snapshot comes back as it was saved', () => {
  saveWorld(folder, saved(100));
  saveWorld(folder, saved(200));
  expect(latestWorld(folder, keyAt)).toEqual(saved(200));
  expect(latestWorld(folder, keyAt, 199)).toEqual(saved(100));
  expect(latestWorld(folder, keyAt, 99)).toBeNull();
});

test('a torn or altered file is passed over', () => {
  for (const at of [100, 200, 300]) saveWorld(folder, saved(at));
  const file = (at: number) => join(folder, `${String(at).padStart(14, '0')}.world`);
  truncateSync(file(300), 90);
  const bytes = readFileSync(file(200));
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(file(200), bytes);
  expect(latestWorld(folder, keyAt)?.at).toBe(100);
});

test('a snapshot of another log is passed over', () => {
  saveWorld(folder, saved(100));
  expect(latestWorld(folder, () => 'another key')).toBeNull();
});

test('only commands up to its time are part of a snapshot’s key', () => {
  const set = { engine: '1', scenarioHash: 'h', seed: 1, scale: 10, at: 1000 };
  const command = (at: number) => ({
    sequence: 1,
    at,
    by: 'p',
    role: 'hr',
    body: { do: 'file' as const, rule: 'x' },
  });
  const key = snapshotKey({ ...set, commands: [] });
  expect(snapshotKey({ ...set, commands: [command(1001)] })).toBe(key);
  expect(snapshotKey({ ...set, commands: [command(1000)] })).not.toBe(key);
});

test('old snapshots go, and so do those after a given time', () => {
  for (let at = 1; at <= SNAPSHOTS_KEPT + 4; at++) saveWorld(folder, saved(at));
  expect(readdirSync(folder)).toHaveLength(SNAPSHOTS_KEPT);
  dropWorldsAfter(folder, SNAPSHOTS_KEPT + 3);
  expect(latestWorld(folder, keyAt)?.at).toBe(SNAPSHOTS_KEPT + 3);
});

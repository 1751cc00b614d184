import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '@dwell/core';
import { onTestFinished } from 'vitest';
import { openDatabase, type Database } from '../src/database.ts';
import { openHome, type Home } from '../src/home.ts';
import { listMigrations } from '../src/migrations.ts';
import { prepare } from '../src/prepare.ts';

/** A home folder of the test's own, removed afterwards. */
export function tempHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'dwell-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return openHome(folder);
}

/** A prepared database folder, made once for the present migrations and working set. */
async function template(): Promise<string> {
  const sources = ['seed.ts', 'working-set.ts'].map((file) =>
    readFileSync(join(import.meta.dirname, '../src', file)),
  );
  const hash = sha256Hex(...listMigrations().map(({ sql }) => sql), ...sources).slice(0, 16);
  const folder = join(tmpdir(), `dwell-template-${hash}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${randomUUID()}`;
  await prepare({ kind: 'embedded', folder: fresh });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (readdirSync(folder).length === 0) throw error;
  }
  return folder;
}

/** Puts a prepared database into a home. */
export async function copyTemplate(target: { folder: string }): Promise<void> {
  cpSync(await template(), target.folder, { recursive: true });
}

/** An open embedded database in a home of the test's own. */
export async function tempDatabase(home: Home = tempHome()): Promise<Database> {
  const database = await openDatabase(home, {
    prepare: (target) => (target.kind === 'embedded' ? copyTemplate(target) : prepare(target)),
  });
  onTestFinished(() => database.close());
  return database;
}

/** A run's row, for tests that need one to exist. */
export async function tempRun(database: Database, id: string = randomUUID()): Promise<string> {
  await database.runStore.create({
    id,
    name: 'Test run',
    scenario: 'insider-key',
    scenarioText: '{}',
    scenarioHash: 'hash',
    knobs: {},
    seed: Number.MAX_SAFE_INTEGER,
    scale: 1000,
    engine: '0.1.0',
    startAt: 1_000,
    endAt: 30_000_000_000,
    calendar: { startMs: 1_732_978_800_000, offsetMinutes: 540 },
    parent: null,
    build: { state: 'waiting', progress: 0, secondsLeft: null, records: 0 },
    checksum: null,
    createdBy: null,
    createdAtWallMs: 1_700_000_000_123,
  });
  return id;
}

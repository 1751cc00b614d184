import { existsSync } from 'node:fs';
import type {
  ClockLog,
  CommandLog,
  ExerciseStore,
  RoomLog,
  RuleDraftStore,
  RunStore,
  SettingsStore,
  ShopStore,
} from '@dwell/simulator/router';
import { localAnnouncements, type Announcements, type Trouble } from './announcements.ts';
import { connect, type Connection, type Target } from './client.ts';
import { PrismaClockLog } from './clock-log.ts';
import { PrismaCommandLog } from './command-log.ts';
import { PrismaExerciseStore } from './exercise-store.ts';
import { lockFolder } from './folder-lock.ts';
import type { PrismaClient } from './generated/client.ts';
import type { Home } from './home.ts';
import { startMaintenance } from './maintenance.ts';
import { checkUrl } from './postgres-error.ts';
import { isPrepared } from './prepare.ts';
import { prepareInChild } from './prepare-child.ts';
import { PrismaRoomLog } from './room-log.ts';
import { PrismaRuleDrafts } from './rule-drafts.ts';
import { PrismaRunStore } from './run-store.ts';
import { PrismaSettings } from './settings.ts';
import { PrismaShopStore } from './shop-store.ts';

/** An open database with everything that is kept in it. */
export type Database = {
  kind: Target['kind'];
  prisma: PrismaClient;
  runStore: RunStore;
  shopStore: ShopStore;
  commandLog(runId: string): CommandLog;
  clockLog(runId: string): ClockLog;
  ruleDrafts(runId: string): RuleDraftStore;
  exercises: ExerciseStore;
  roomLog(exerciseId: string): RoomLog;
  settings: SettingsStore;
  close(): Promise<void>;
};

export type OpenOptions = {
  /** Address of a PostgreSQL server; the embedded database in the home folder when empty. */
  url?: string | undefined;
  /** Told of steps that take seconds, for people who wait. */
  onStep?: (text: string) => void;
  /** Told of what failed in the background and is tried again. */
  onTrouble?: Trouble;
  /** How to make or upgrade a database; a child process unless a test says otherwise. */
  prepare?: (target: Target) => Promise<void>;
};

async function openPrepared(target: Target, options: OpenOptions): Promise<Connection> {
  const prepare = options.prepare ?? prepareInChild;
  if (target.kind === 'embedded' && !existsSync(target.folder)) {
    options.onStep?.('Making the database');
    await prepare(target);
  }
  const connection = await connect(target);
  try {
    if (await isPrepared(connection)) return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
  await connection.close();
  options.onStep?.('Bringing the database up to date');
  await prepare(target);
  return connect(target);
}

function assemble(
  connection: Connection,
  announcements: Announcements,
  release: () => void,
): Database {
  const { prisma, target } = connection;
  const stopMaintenance =
    target.kind === 'embedded'
      ? startMaintenance(prisma, announcements.onTrouble)
      : () => undefined;
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    stopMaintenance();
    try {
      await announcements.close();
      await connection.close();
    } finally {
      release();
    }
  };
  return {
    kind: target.kind,
    prisma,
    runStore: new PrismaRunStore(prisma),
    shopStore: new PrismaShopStore(prisma),
    commandLog: (runId) => new PrismaCommandLog(prisma, announcements, runId),
    clockLog: (runId) => new PrismaClockLog(prisma, announcements, runId),
    ruleDrafts: (runId) => new PrismaRuleDrafts(prisma, runId),
    exercises: new PrismaExerciseStore(prisma),
    roomLog: (exerciseId) => new PrismaRoomLog(prisma, announcements, exerciseId),
    settings: new PrismaSettings(prisma),
    close: () => (closing ??= close()),
  };
}

/**
 * Opens the database of an installation: makes it, brings it up to date and fills in the shop's
 * working set when need be. Errors: `HOME_LOCKED`, `DATABASE_URL`, `DATABASE_DOWN`,
 * `DATABASE_VERSION`, `DATABASE_BROKEN`, `MIGRATION_NEWER`, `MIGRATION_FAILED`, `DISK_FULL`.
 */
export async function openDatabase(home: Home, options: OpenOptions = {}): Promise<Database> {
  const onTrouble = options.onTrouble ?? (() => undefined);
  if (options.url) {
    const url = checkUrl(options.url);
    const connection = await openPrepared({ kind: 'postgresql', url }, options);
    const { postgresAnnouncements } = await import('./postgres-announcements.ts');
    return assemble(connection, postgresAnnouncements(url, onTrouble), () => undefined);
  }
  const lock = lockFolder(home.lock);
  try {
    const connection = await openPrepared({ kind: 'embedded', folder: home.db }, options);
    return assemble(connection, localAnnouncements(onTrouble), lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

import type { SimTime } from '@dwell/core';
import type { CommandLog } from '../run/command-log.ts';
import type { ClockLog, RunRecord, RunStore } from './ports.ts';
import type { WorldEvents } from './world-handle.ts';
import type { WorldHandle, WorldInit } from './world-protocol.ts';

/** What a run's host is given. */
export type RunHostOptions = {
  record: RunRecord;
  runStore: RunStore;
  commandLog: CommandLog;
  clockLog: ClockLog;
  wall: () => number;
  /** Where the run's disposable files lie, and which day is the first that is not history. */
  init(): Promise<Pick<WorldInit, 'snapshots' | 'base' | 'live' | 'firstLiveDay'>>;
  /** Makes room for one more world, or says why there is none. */
  admit(): Promise<void>;
  startWorld(init: WorldInit, events: WorldEvents): WorldHandle;
  /** Drops snapshots and sealed days that a late command of another host has made untrue. */
  forget(after: SimTime): void;
};

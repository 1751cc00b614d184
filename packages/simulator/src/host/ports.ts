import type { SimTime } from '@dwell/core';
import type { ExerciseStore, RoomLog } from '../exercise/room.ts';
import type { BuildView, CatalogueCard, CustomerCard, CustomerPage } from '../router/types.ts';
import type { CommandLog } from '../run/command-log.ts';
import type { ClockBeat, ClockEntry } from './clock.ts';

/** What is kept of a run besides its logs. Everything else is derived again. */
export type RunRecord = {
  id: string;
  name: string;
  /** The scenario's name. */
  scenario: string;
  /** The whole scenario as JSON, knob overrides applied, as it was when the run was made. */
  scenarioText: string;
  scenarioHash: string;
  /** Overrides of the scenario's knobs, already part of `scenarioText`. */
  knobs: Readonly<Record<string, number>>;
  seed: number;
  /** N of 1:N. */
  scale: number;
  engine: string;
  startAt: SimTime;
  endAt: SimTime;
  calendar: { startMs: number; offsetMinutes: number };
  parent: { runId: string; at: SimTime } | null;
  build: BuildView;
  /** Set when the run has reached its end. */
  checksum: string | null;
  createdBy: string | null;
  createdAtWallMs: number;
};

/** State of the world at the end of a simulated day, kept for good to verify replays by. */
export type CheckpointRow = { day: number; at: SimTime; chain: string; state: string };

/** Rows of runs. Implementations: memory, file, and the trainer's database. */
export interface RunStore {
  create(run: RunRecord): Promise<void>;
  get(id: string): Promise<RunRecord | null>;
  /** Newest first. */
  list(): Promise<RunRecord[]>;
  update(id: string, change: { build?: BuildView; checksum?: string | null }): Promise<void>;
  /** Removes the run with its logs and checkpoints. Runs forked from it stay. */
  remove(id: string): Promise<void>;
  /** Adds checkpoints; a day that is there already is left as it is. */
  addCheckpoints(id: string, rows: readonly CheckpointRow[]): Promise<void>;
  checkpoints(id: string): Promise<CheckpointRow[]>;
}

/** A run's clock log, beside its world log and not hashed. */
export interface ClockLog {
  /** Appends at `entry.sequence`; errors with `LOG_CONFLICT` if that place is taken or would leave a gap. */
  append(entry: ClockEntry): Promise<void>;
  /** Entries with sequence > `after`, in order. */
  read(after?: number): Promise<ClockEntry[]>;
  /** Calls back for each later append (of any process that shares the log); returns the unsubscriber. */
  subscribe(listener: (entry: ClockEntry) => void): () => void;
  /** Overwrites the run's one beat (an upsert, about once a second while a run plays). */
  beat(beat: ClockBeat): Promise<void>;
  lastBeat(): Promise<ClockBeat | null>;
}

/** A rule's text as somebody has it in hand: no part of the run until it is deployed. */
export type RuleDraft = {
  /** Sigma `name`; lower case, digits and hyphens. */
  name: string;
  text: string;
  /** A person's id. */
  savedBy: string | null;
  savedAtWallMs: number;
};

/** The drafts of a run. */
export interface RuleDraftStore {
  /** In order of name. */
  list(): Promise<RuleDraft[]>;
  /** Adds or replaces the draft of that name. Errors: `NO_SUCH_RUN`. */
  save(draft: RuleDraft): Promise<void>;
  /** Nothing happens when there is none of that name. */
  remove(name: string): Promise<void>;
}

/** The shop's working set, as seeded into the database. */
export interface ShopStore {
  /** `search` matches name, e-mail or number; `page` is 0-based, 50 rows a page. */
  customers(query: { search?: string; page: number }): Promise<CustomerPage>;
  /** Null when the number is not in the working set. */
  customer(number: number): Promise<CustomerCard | null>;
  catalogue(): Promise<CatalogueCard[]>;
}

/** What is set for the whole installation. */
export type InstanceSettings = {
  /** Days after its end for which an exercise keeps the names of its people; null: for good. */
  keepNamesDays: number | null;
};

/** Settings of the installation. Implementations: memory, file, and the trainer's database. */
export interface SettingsStore {
  /** What nobody has set is as it is at first: names are kept. */
  get(): Promise<InstanceSettings>;
  update(change: Partial<InstanceSettings>): Promise<void>;
}

/** The web door's part in exercises: addresses and sessions of guests are its own. */
export interface ExerciseDoor {
  /** The address that people open, or scan, to join. */
  joinUrl(code: string): string;
  /**
   * A link that signs in somebody who is in the room log, once; an earlier session of theirs ends
   * when it is used.
   */
  seatLink(exerciseId: string, link: { person: string }): Promise<{ url: string }>;
  /** Ends the session and links of that person. */
  revoke(exerciseId: string, person: string): Promise<void>;
  /**
   * Gives people of an exercise that is over other names, and ends their sessions and links for good.
   * Who has an account is left out: that is kept by whoever has it.
   */
  anonymise(exerciseId: string, names: ReadonlyMap<string, string>): Promise<void>;
}

/** What the host needs from whoever keeps things. */
export type HostPorts = {
  runStore: RunStore;
  commandLog(runId: string): CommandLog;
  clockLog(runId: string): ClockLog;
  ruleDrafts(runId: string): RuleDraftStore;
  exercises: ExerciseStore;
  roomLog(exerciseId: string): RoomLog;
  settings: SettingsStore;
  shopStore: ShopStore;
  /** Absent where nobody comes in by the web. */
  door?: ExerciseDoor;
};

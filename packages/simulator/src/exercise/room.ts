import type { ExerciseSettings, SeatKind } from '../router/exercise-types.ts';
import type { Role } from '../scenario/roles.ts';
import type { SimTime } from '@dwell/core';
import type { DebriefAct, Scored } from './debrief-act.ts';

/** What happens in the room around the runs. Not part of any run: a rewind does not undo it. */
export type RoomBody =
  | { do: 'team'; team: string; name: string; runId: string }
  /** A team goes on in another run: a rewind, or a reset. */
  | { do: 'goes-on'; team: string; runId: string; at: SimTime }
  | { do: 'join'; person: string; name: string; kind: SeatKind; team: string | null }
  | { do: 'seat'; person: string; team: string; roles: readonly Role[] }
  | { do: 'bot'; team: string; role: Role; style: 'none' | 'written' | 'expert' | null }
  | { do: 'rename'; person: string; name: string }
  | { do: 'remove'; person: string }
  | { do: 'ready'; person: string }
  | { do: 'help'; person: string; on: boolean }
  | { do: 'start' }
  | { do: 'phase'; phase: string }
  | { do: 'say'; text: string; kind: 'say' | 'jump' | 'rewind'; at?: SimTime }
  /** `at`: simulated time of each team when it began. */
  | { do: 'freeze'; question: string; seconds: number; at?: Readonly<Record<string, SimTime>> }
  | { do: 'freeze-answer'; person: string; low: number; high: number; confidence: number }
  | { do: 'unfreeze' }
  | { do: 'look'; person: string; at: string }
  | { do: 'note'; team: string | null; at: SimTime | null; objective: string | null; text: string }
  | { do: 'end' }
  /** Everything begins again in the runs that `goes-on` entries named just before; people keep their seats. */
  | { do: 'reset' }
  | DebriefAct
  | { do: 'scored'; scored: Scored }
  /** Names of people were taken out of everything before this. */
  | { do: 'anonymised' };

export type RoomEntry = {
  /** 1-based place in the exercise's room log. */
  sequence: number;
  wallMs: number;
  /** A person's id. */
  by: string;
  body: RoomBody;
};

/** An exercise as kept, besides its room log. Everything else is folded from the two. */
export type ExerciseRecord = {
  id: string;
  /** Six letters and digits that are told apart by ear and eye. */
  code: string;
  settings: ExerciseSettings;
  createdBy: string | null;
  createdAtWallMs: number;
};

/** Exercises and their room logs. Implementations: memory, file, and the trainer's database. */
export interface ExerciseStore {
  /** Errors: `CODE_TAKEN`. */
  create(record: ExerciseRecord): Promise<void>;
  get(id: string): Promise<ExerciseRecord | null>;
  byCode(code: string): Promise<ExerciseRecord | null>;
  /** Newest first. */
  list(): Promise<ExerciseRecord[]>;
  update(id: string, change: Partial<Pick<ExerciseRecord, 'settings'>>): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface RoomLog {
  /** Appends at `entry.sequence`; errors with `LOG_CONFLICT` if that place is taken or would leave a gap. */
  append(entry: RoomEntry): Promise<void>;
  /** Entries with sequence > `after`, in order. */
  read(after?: number): Promise<RoomEntry[]>;
  /**
   * Puts other bodies in the place of those at these sequence numbers, for good: all of them or, when
   * it fails, none. Only names are ever taken out so; followers are not told.
   */
  rewrite(entries: readonly Pick<RoomEntry, 'sequence' | 'body'>[]): Promise<void>;
  subscribe(listener: (entry: RoomEntry) => void): () => void;
}

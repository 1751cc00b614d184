import { badInput, type DwellError } from '@dwell/core';
import type { ExerciseRecord, ExerciseStore, RoomEntry, RoomLog } from '../exercise/room.ts';
import { MemoryLog } from './memory-log.ts';

/** The error of whatever is asked of an exercise that is not, or no longer, there. */
export function noSuchExercise(id: string): DwellError {
  return badInput(
    'NO_SUCH_EXERCISE',
    'there is no such exercise',
    `exercise ${id.slice(0, 64)}`,
    'it may have been removed; ask whoever leads it',
  );
}

/** The error of an exercise whose code another one has. */
export function codeTaken(code: string): DwellError {
  return badInput('CODE_TAKEN', 'another exercise has this code', code, 'draw another code');
}

/** A room log in memory. */
export class MemoryRoomLog extends MemoryLog<RoomEntry> implements RoomLog {}

/** Exercises in memory. */
export class MemoryExerciseStore implements ExerciseStore {
  readonly #exercises = new Map<string, ExerciseRecord>();
  readonly #onRemoved: (id: string) => void;

  /** `onRemoved` does away with what is kept beside the record. */
  constructor(onRemoved: (id: string) => void = () => undefined) {
    this.#onRemoved = onRemoved;
  }

  async create(record: ExerciseRecord): Promise<void> {
    if (await this.byCode(record.code)) throw codeTaken(record.code);
    this.#exercises.set(record.id, structuredClone(record));
  }

  async get(id: string): Promise<ExerciseRecord | null> {
    return structuredClone(this.#exercises.get(id) ?? null);
  }

  async byCode(code: string): Promise<ExerciseRecord | null> {
    const found = [...this.#exercises.values()].find((each) => each.code === code);
    return structuredClone(found ?? null);
  }

  async list(): Promise<ExerciseRecord[]> {
    return structuredClone([...this.#exercises.values()]).sort(
      (x, y) => y.createdAtWallMs - x.createdAtWallMs,
    );
  }

  async update(id: string, change: Parameters<ExerciseStore['update']>[1]): Promise<void> {
    const there = this.#exercises.get(id);
    if (!there) throw noSuchExercise(id);
    this.#exercises.set(id, { ...there, ...structuredClone(change) });
  }

  async remove(id: string): Promise<void> {
    this.#exercises.delete(id);
    this.#onRemoved(id);
  }
}

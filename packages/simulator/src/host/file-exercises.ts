import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ExerciseRecord, ExerciseStore, RoomEntry, RoomLog } from '../exercise/room.ts';
import { writeFileAtomic } from './atomic-file.ts';
import { FileLog } from './file-log.ts';
import { codeTaken, noSuchExercise } from './memory-exercises.ts';

/** A room log in a file. */
export class FileRoomLog extends FileLog<RoomEntry> implements RoomLog {}

/** Exercises, a folder each, the room log in it. */
export class FileExerciseStore implements ExerciseStore {
  readonly #root: string;
  readonly #onRemoved: (id: string) => void;

  constructor(root: string, onRemoved: (id: string) => void = () => undefined) {
    this.#root = root;
    this.#onRemoved = onRemoved;
  }

  async create(record: ExerciseRecord): Promise<void> {
    if (await this.byCode(record.code)) throw codeTaken(record.code);
    this.#write(record);
  }

  async get(id: string): Promise<ExerciseRecord | null> {
    const path = this.#path(id);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ExerciseRecord) : null;
  }

  async byCode(code: string): Promise<ExerciseRecord | null> {
    return (await this.list()).find((each) => each.code === code) ?? null;
  }

  async list(): Promise<ExerciseRecord[]> {
    const ids = existsSync(this.#root) ? readdirSync(this.#root) : [];
    const records = await Promise.all(ids.map((id) => this.get(id)));
    return records
      .flatMap((record) => (record ? [record] : []))
      .sort((x, y) => y.createdAtWallMs - x.createdAtWallMs);
  }

  async update(id: string, change: Parameters<ExerciseStore['update']>[1]): Promise<void> {
    const there = await this.get(id);
    if (!there) throw noSuchExercise(id);
    this.#write({ ...there, ...change });
  }

  async remove(id: string): Promise<void> {
    rmSync(join(this.#root, id), { recursive: true, force: true });
    this.#onRemoved(id);
  }

  #write(record: ExerciseRecord): void {
    writeFileAtomic(this.#path(record.id), JSON.stringify(record));
  }

  #path(id: string): string {
    return join(this.#root, id, 'exercise.json');
  }
}

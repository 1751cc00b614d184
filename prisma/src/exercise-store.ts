import type { ExerciseRecord, ExerciseStore } from '@dwell/simulator/router';
import { codeTaken, databaseError, isTaken, noSuchExercise } from './database-error.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import type { ExerciseModel } from './generated/models/Exercise.ts';

type Settings = ExerciseRecord['settings'];

/** Through text, as a log's bodies go: what JSON leaves out is left out. */
const asJson = (settings: Settings): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify(settings)) as Prisma.InputJsonObject;

const toRecord = (row: ExerciseModel): ExerciseRecord => ({
  id: row.id,
  code: row.code,
  settings: row.settings as unknown as Settings,
  createdBy: row.createdBy,
  createdAtWallMs: row.createdAt.getTime(),
});

/** Exercises in the database; removing one takes its room log, its guests and their links along. */
export class PrismaExerciseStore implements ExerciseStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Errors: `CODE_TAKEN`, `DISK_FULL`. */
  async create(record: ExerciseRecord): Promise<void> {
    const { id, code, settings, createdBy, createdAtWallMs } = record;
    const createdAt = new Date(createdAtWallMs);
    try {
      await this.#prisma.exercise.create({
        data: { id, code, settings: asJson(settings), createdBy, createdAt },
      });
    } catch (error) {
      throw isTaken(error) ? codeTaken(code) : databaseError(error, `exercise ${id}`);
    }
  }

  async get(id: string): Promise<ExerciseRecord | null> {
    const row = await this.#prisma.exercise.findUnique({ where: { id } });
    return row && toRecord(row);
  }

  async byCode(code: string): Promise<ExerciseRecord | null> {
    const row = await this.#prisma.exercise.findUnique({ where: { code } });
    return row && toRecord(row);
  }

  async list(): Promise<ExerciseRecord[]> {
    const rows = await this.#prisma.exercise.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    return rows.map(toRecord);
  }

  /** Errors: `NO_SUCH_EXERCISE`. */
  async update(id: string, { settings }: Parameters<ExerciseStore['update']>[1]): Promise<void> {
    const data = settings ? { settings: asJson(settings) } : {};
    const { count } = await this.#prisma.exercise.updateMany({ where: { id }, data });
    if (count === 0) throw noSuchExercise(id);
  }

  async remove(id: string): Promise<void> {
    await this.#prisma.exercise.deleteMany({ where: { id } });
  }
}

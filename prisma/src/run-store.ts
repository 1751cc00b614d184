import type { CheckpointRow, RunRecord, RunStore } from '@dwell/simulator/router';
import { databaseError, noSuchRun } from './database-error.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import type { RunModel } from './generated/models/Run.ts';

type BuildView = RunRecord['build'];

function toRow(run: RunRecord): Prisma.RunUncheckedCreateInput {
  return {
    id: run.id,
    name: run.name,
    scenario: run.scenario,
    scenarioText: run.scenarioText,
    scenarioHash: run.scenarioHash,
    knobs: { ...run.knobs },
    seed: BigInt(run.seed),
    scale: run.scale,
    engine: run.engine,
    startAt: BigInt(run.startAt),
    endAt: BigInt(run.endAt),
    calendarStartMs: BigInt(run.calendar.startMs),
    offsetMinutes: run.calendar.offsetMinutes,
    parentId: run.parent?.runId ?? null,
    parentAt: run.parent ? BigInt(run.parent.at) : null,
    build: run.build,
    checksum: run.checksum,
    createdBy: run.createdBy,
    createdAt: new Date(run.createdAtWallMs),
  };
}

function toRecord(row: RunModel): RunRecord {
  return {
    id: row.id,
    name: row.name,
    scenario: row.scenario,
    scenarioText: row.scenarioText,
    scenarioHash: row.scenarioHash,
    knobs: row.knobs as Record<string, number>,
    seed: Number(row.seed),
    scale: row.scale,
    engine: row.engine,
    startAt: Number(row.startAt),
    endAt: Number(row.endAt),
    calendar: { startMs: Number(row.calendarStartMs), offsetMinutes: row.offsetMinutes },
    parent: row.parentId === null ? null : { runId: row.parentId, at: Number(row.parentAt) },
    build: row.build as BuildView,
    checksum: row.checksum,
    createdBy: row.createdBy,
    createdAtWallMs: row.createdAt.getTime(),
  };
}

/** Rows of runs and their checkpoints, in the database. */
export class PrismaRunStore implements RunStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  async create(run: RunRecord): Promise<void> {
    try {
      await this.#prisma.run.create({ data: toRow(run) });
    } catch (error) {
      throw databaseError(error, `run ${run.id}`);
    }
  }

  async get(id: string): Promise<RunRecord | null> {
    const row = await this.#prisma.run.findUnique({ where: { id } });
    return row && toRecord(row);
  }

  async list(): Promise<RunRecord[]> {
    const rows = await this.#prisma.run.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    return rows.map(toRecord);
  }

  /** Errors: `NO_SUCH_RUN`. */
  async update(id: string, change: { build?: BuildView; checksum?: string | null }): Promise<void> {
    const { count } = await this.#prisma.run.updateMany({ where: { id }, data: change });
    if (count === 0) throw noSuchRun(id);
  }

  async remove(id: string): Promise<void> {
    await this.#prisma.run.deleteMany({ where: { id } });
  }

  async addCheckpoints(id: string, rows: readonly CheckpointRow[]): Promise<void> {
    try {
      await this.#prisma.checkpoint.createMany({
        data: rows.map((row) => ({
          runId: id,
          day: row.day,
          at: BigInt(row.at),
          chain: row.chain,
          state: row.state,
        })),
        skipDuplicates: true,
      });
    } catch (error) {
      throw databaseError(error, `checkpoints of run ${id}`);
    }
  }

  async checkpoints(id: string): Promise<CheckpointRow[]> {
    const rows = await this.#prisma.checkpoint.findMany({
      where: { runId: id },
      orderBy: { day: 'asc' },
    });
    return rows.map(({ day, at, chain, state }) => ({ day, at: Number(at), chain, state }));
  }
}

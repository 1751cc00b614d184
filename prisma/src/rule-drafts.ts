import type { RuleDraft, RuleDraftStore } from '@dwell/simulator/router';
import { databaseError, noSuchRun, sqlState } from './database-error.ts';
import type { PrismaClient } from './generated/client.ts';

/** The drafts of rules of one run, in the database. */
export class PrismaRuleDrafts implements RuleDraftStore {
  readonly #prisma: PrismaClient;
  readonly #runId: string;

  constructor(prisma: PrismaClient, runId: string) {
    this.#prisma = prisma;
    this.#runId = runId;
  }

  async list(): Promise<RuleDraft[]> {
    const rows = await this.#prisma.ruleDraft.findMany({ where: { runId: this.#runId } });
    return rows
      .map(({ name, text, savedBy, savedAt }) => ({
        name,
        text,
        savedBy,
        savedAtWallMs: savedAt.getTime(),
      }))
      .sort((x, y) => (x.name < y.name ? -1 : 1));
  }

  /** Errors: `NO_SUCH_RUN`, `DISK_FULL`. */
  async save({ name, text, savedBy, savedAtWallMs }: RuleDraft): Promise<void> {
    const runId = this.#runId;
    const kept = { text, savedBy, savedAt: new Date(savedAtWallMs) };
    try {
      await this.#prisma.ruleDraft.upsert({
        where: { runId_name: { runId, name } },
        create: { runId, name, ...kept },
        update: kept,
      });
    } catch (error) {
      const foreignKey =
        sqlState(error) === '23503' || (error as { code?: unknown }).code === 'P2003';
      throw foreignKey ? noSuchRun(runId) : databaseError(error, `draft ${name} of run ${runId}`);
    }
  }

  async remove(name: string): Promise<void> {
    await this.#prisma.ruleDraft.deleteMany({ where: { runId: this.#runId, name } });
  }
}

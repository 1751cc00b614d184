import type { ClockAction, ClockBeat, ClockEntry, ClockLog } from '@dwell/simulator/router';
import type { Announcements } from './announcements.ts';
import { appendRow } from './append.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { followLog } from './log-feed.ts';

/** The clock log of one run, in the database. */
export class PrismaClockLog implements ClockLog {
  readonly #prisma: PrismaClient;
  readonly #announcements: Announcements;
  readonly #runId: string;

  constructor(prisma: PrismaClient, announcements: Announcements, runId: string) {
    this.#prisma = prisma;
    this.#announcements = announcements;
    this.#runId = runId;
  }

  /** Resolves when the entry is committed. Errors: `LOG_CONFLICT`, `NO_SUCH_RUN`, `DISK_FULL`. */
  append({ sequence, wallMs, action }: ClockEntry): Promise<void> {
    return appendRow(this.#prisma, this.#announcements, {
      log: 'clock',
      of: this.#runId,
      sequence,
      columns: Prisma.sql`"wallMs", "action"`,
      values: Prisma.sql`${BigInt(wallMs)}::bigint, ${JSON.stringify(action)}::jsonb`,
    });
  }

  async read(after = 0): Promise<ClockEntry[]> {
    const rows = await this.#prisma.clockEntry.findMany({
      where: { runId: this.#runId, sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
    });
    return rows.map(({ sequence, wallMs, action }) => ({
      sequence,
      wallMs: Number(wallMs),
      action: action as ClockAction,
    }));
  }

  subscribe(listener: (entry: ClockEntry) => void): () => void {
    return followLog(
      {
        announcements: this.#announcements,
        log: 'clock',
        of: this.#runId,
        read: (after) => this.read(after),
        last: () => this.#last(),
      },
      listener,
    );
  }

  async beat({ wallMs, at }: ClockBeat): Promise<void> {
    await this.#prisma.$executeRaw`
      INSERT INTO "ClockBeat" ("runId", "wallMs", "at")
      SELECT "id", ${BigInt(wallMs)}::bigint, ${BigInt(at)}::bigint FROM "Run" WHERE "id" = ${this.#runId}::text
      ON CONFLICT ("runId") DO UPDATE SET "wallMs" = EXCLUDED."wallMs", "at" = EXCLUDED."at"`;
  }

  async lastBeat(): Promise<ClockBeat | null> {
    const row = await this.#prisma.clockBeat.findUnique({ where: { runId: this.#runId } });
    return row && { wallMs: Number(row.wallMs), at: Number(row.at) };
  }

  async #last(): Promise<number> {
    const { _max } = await this.#prisma.clockEntry.aggregate({
      where: { runId: this.#runId },
      _max: { sequence: true },
    });
    return _max.sequence ?? 0;
  }
}

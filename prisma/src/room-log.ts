import type { RoomBody, RoomEntry, RoomLog } from '@dwell/simulator/router';
import type { Announcements } from './announcements.ts';
import { appendRow } from './append.ts';
import { databaseError } from './database-error.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { followLog } from './log-feed.ts';

/** The room log of one exercise, in the database. */
export class PrismaRoomLog implements RoomLog {
  readonly #prisma: PrismaClient;
  readonly #announcements: Announcements;
  readonly #exerciseId: string;

  constructor(prisma: PrismaClient, announcements: Announcements, exerciseId: string) {
    this.#prisma = prisma;
    this.#announcements = announcements;
    this.#exerciseId = exerciseId;
  }

  /** Resolves when the entry is committed. Errors: `LOG_CONFLICT`, `NO_SUCH_EXERCISE`, `DISK_FULL`. */
  append({ sequence, wallMs, by, body }: RoomEntry): Promise<void> {
    return appendRow(this.#prisma, this.#announcements, {
      log: 'room',
      of: this.#exerciseId,
      sequence,
      columns: Prisma.sql`"wallMs", "by", "body"`,
      values: Prisma.sql`${BigInt(wallMs)}::bigint, ${by}::text, ${JSON.stringify(body)}::jsonb`,
    });
  }

  async read(after = 0): Promise<RoomEntry[]> {
    const rows = await this.#prisma.roomEntry.findMany({
      where: { exerciseId: this.#exerciseId, sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
    });
    return rows.map(({ sequence, wallMs, by, body }) => ({
      sequence,
      wallMs: Number(wallMs),
      by,
      body: body as RoomBody,
    }));
  }

  /** Errors: `DISK_FULL`. */
  async rewrite(entries: readonly Pick<RoomEntry, 'sequence' | 'body'>[]): Promise<void> {
    const exerciseId = this.#exerciseId;
    const updates = entries.map(({ sequence, body }) =>
      this.#prisma.roomEntry.updateMany({
        where: { exerciseId, sequence },
        // Through text, as it was appended: what JSON leaves out is left out.
        data: { body: JSON.parse(JSON.stringify(body)) as Prisma.InputJsonObject },
      }),
    );
    try {
      await this.#prisma.$transaction(updates);
    } catch (error) {
      throw databaseError(error, `room log of ${exerciseId}`);
    }
  }

  subscribe(listener: (entry: RoomEntry) => void): () => void {
    return followLog(
      {
        announcements: this.#announcements,
        log: 'room',
        of: this.#exerciseId,
        read: (after) => this.read(after),
        last: () => this.#last(),
      },
      listener,
    );
  }

  async #last(): Promise<number> {
    const { _max } = await this.#prisma.roomEntry.aggregate({
      where: { exerciseId: this.#exerciseId },
      _max: { sequence: true },
    });
    return _max.sequence ?? 0;
  }
}

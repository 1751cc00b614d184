import type { Command, CommandBody, CommandLog } from '@dwell/simulator/router';
import type { Announcements } from './announcements.ts';
import { appendRow } from './append.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { followLog } from './log-feed.ts';

/** The world log of one run, in the database. */
export class PrismaCommandLog implements CommandLog {
  readonly #prisma: PrismaClient;
  readonly #announcements: Announcements;
  readonly #runId: string;

  constructor(prisma: PrismaClient, announcements: Announcements, runId: string) {
    this.#prisma = prisma;
    this.#announcements = announcements;
    this.#runId = runId;
  }

  /** Resolves when the command is committed. Errors: `LOG_CONFLICT`, `NO_SUCH_RUN`, `DISK_FULL`. */
  append(command: Command): Promise<void> {
    const { sequence, at, by, role, body } = command;
    return appendRow(this.#prisma, this.#announcements, {
      log: 'command',
      of: this.#runId,
      sequence,
      columns: Prisma.sql`"at", "by", "role", "body"`,
      values: Prisma.sql`${BigInt(at)}::bigint, ${by}::text, ${role}::text, ${JSON.stringify(body)}::jsonb`,
    });
  }

  async read(after = 0): Promise<Command[]> {
    const rows = await this.#prisma.worldCommand.findMany({
      where: { runId: this.#runId, sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
    });
    return rows.map(({ sequence, at, by, role, body }) => ({
      sequence,
      at: Number(at),
      by,
      role,
      body: body as CommandBody,
    }));
  }

  subscribe(listener: (command: Command) => void): () => void {
    return followLog(
      {
        announcements: this.#announcements,
        log: 'command',
        of: this.#runId,
        read: (after) => this.read(after),
        last: () => this.#last(),
      },
      listener,
    );
  }

  async #last(): Promise<number> {
    const { _max } = await this.#prisma.worldCommand.aggregate({
      where: { runId: this.#runId },
      _max: { sequence: true },
    });
    return _max.sequence ?? 0;
  }
}

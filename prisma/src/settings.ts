import type { InstanceSettings, SettingsStore } from '@dwell/simulator/router';
import { databaseError } from './database-error.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';

const KEEP_NAMES_DAYS = 'keepNamesDays';

/** Settings of the installation, in the database. */
export class PrismaSettings implements SettingsStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  async get(): Promise<InstanceSettings> {
    const row = await this.#prisma.setting.findUnique({ where: { name: KEEP_NAMES_DAYS } });
    return { keepNamesDays: typeof row?.value === 'number' ? row.value : null };
  }

  /** Errors: `DISK_FULL`. */
  async update({ keepNamesDays }: Partial<InstanceSettings>): Promise<void> {
    if (keepNamesDays === undefined) return;
    const value = keepNamesDays ?? Prisma.JsonNull;
    try {
      await this.#prisma.setting.upsert({
        where: { name: KEEP_NAMES_DAYS },
        create: { name: KEEP_NAMES_DAYS, value },
        update: { value },
      });
    } catch (error) {
      throw databaseError(error, 'settings');
    }
  }
}

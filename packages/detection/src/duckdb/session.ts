import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../sql/sql-text.ts';

export type SessionLimits = {
  /** Memory of the database (default 1024 MB); what is more goes to a temporary folder. */
  memoryMb?: number;
  threads?: number;
};

/** A database of its own in memory, locked down: no files but its temporary ones, no extensions. */
export class Session {
  readonly connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;
  readonly #folder: string;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string) {
    this.#instance = instance;
    this.connection = connection;
    this.#folder = folder;
  }

  static async open({ memoryMb = 1024, threads = 2 }: SessionLimits = {}): Promise<Session> {
    const folder = mkdtempSync(join(tmpdir(), 'dwell-match-'));
    try {
      const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
      const connection = await instance.connect();
      const settings = [
        `SET temp_directory = ${literal(folder)}`,
        `SET memory_limit = '${memoryMb}MB'`,
        `SET TimeZone = 'UTC'`,
        'SET preserve_insertion_order = false',
        'SET autoinstall_known_extensions = false',
        'SET autoload_known_extensions = false',
        'SET allow_community_extensions = false',
        'SET enable_external_access = false',
        'SET lock_configuration = true',
      ];
      for (const setting of settings) await connection.run(setting);
      return new Session(instance, connection, folder);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../store/sql-text.ts';
import { loadParts, sidecarPath, type Parts } from './parts.ts';
import { VIEW_TABLES, viewTable } from './tables.ts';
import { enrichmentFrom, type EnrichmentName } from './view.ts';
import { viewSql, type Narrowing } from './view-sql.ts';
import type { Scope } from './protocol.ts';

export type EngineLimits = {
  memoryMb: number;
  threads: number;
  tempFolder: string;
  tempMb: number;
};

/** Files the engine may open: the stored parts, and sidecars of enrichments that are on. */
function allowedPaths(scope: Scope, parts: Parts): string[] {
  const paths: string[] = [];
  for (const table of VIEW_TABLES) {
    const on = table.sidecars.filter(
      (name) => enrichmentFrom(scope.view, name as EnrichmentName) !== null,
    );
    for (const part of parts.get(table.name) ?? []) {
      paths.push(part.path, ...on.map((name) => sidecarPath(part, name)));
      if (part.label !== undefined) paths.push(part.label);
    }
  }
  return paths;
}

/**
 * DuckDB locked down to the files of one scope. Opening other files, loading extensions and changing
 * settings are off for good; the list of files is part of the lock, so another list means another
 * instance.
 */
export class QueryEngine {
  private readonly instance: DuckDBInstance;
  readonly paths: string;
  private parts: Parts;
  private scope: Scope;

  private constructor(instance: DuckDBInstance, paths: string, parts: Parts, scope: Scope) {
    this.instance = instance;
    this.paths = paths;
    this.parts = parts;
    this.scope = scope;
  }

  /** An engine for the scope: the same one when it may open the same files. */
  static async of(
    scope: Scope,
    limits: EngineLimits,
    before: QueryEngine | null,
  ): Promise<QueryEngine> {
    const parts = loadParts(scope.folders, scope.labels);
    const paths = `[${allowedPaths(scope, parts).map(literal).join(', ')}]`;
    if (before?.paths === paths) {
      before.scope = scope;
      before.parts = parts;
      return before;
    }
    before?.instance.closeSync();
    const instance = await DuckDBInstance.create(':memory:', { threads: String(limits.threads) });
    const connection = await instance.connect();
    const settings = [
      `SET allowed_paths = ${paths}`,
      `SET temp_directory = ${literal(limits.tempFolder)}`,
      `SET max_temp_directory_size = '${limits.tempMb}MB'`,
      `SET memory_limit = '${limits.memoryMb}MB'`,
      `SET TimeZone = 'UTC'`,
      'SET autoinstall_known_extensions = false',
      'SET autoload_known_extensions = false',
      'SET allow_community_extensions = false',
      'SET max_expression_depth = 250',
      'SET enable_external_access = false',
      'SET lock_configuration = true',
    ];
    for (const setting of settings) await connection.run(setting);
    connection.closeSync();
    return new QueryEngine(instance, paths, parts, scope);
  }

  /** A connection of its own for one statement, with the views it needs and no other table. */
  async connect(
    tables: Iterable<string>,
    columns: ReadonlySet<string> | 'all',
    narrowing: Narrowing = {},
  ): Promise<DuckDBConnection> {
    const connection = await this.instance.connect();
    for (const name of tables) {
      const sql = viewSql(
        viewTable(name)!,
        this.parts.get(name) ?? [],
        this.scope.view,
        columns,
        narrowing,
      );
      await connection.run(`CREATE TEMP VIEW ${name} AS ${sql}`);
    }
    return connection;
  }
}

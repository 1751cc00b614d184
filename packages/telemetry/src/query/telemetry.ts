import { realpathSync } from 'node:fs';
import { badInput } from '@dwell/core';
import { ipText } from '../record/networks.ts';
import type { Cell } from './cells.ts';
import { compileQuery, type Condition } from './compile-query.ts';
import { parseQuery } from './language.ts';
import { segmentFolders } from './parts.ts';
import type { Limits, OwnJob, Result, Scope } from './protocol.ts';
import { tableSchemas, type TableSchema } from './schema.ts';
import { viewTable, type ViewTable } from './tables.ts';
import type { TelemetryView } from './view.ts';
import { RECORD_UID } from './view-sql.ts';
import { WorkerProcess, type WorkerOptions } from './worker-process.ts';

/** A hunt: a table, the query bar's text, and a window of time (UTC epoch ms, `toMs` excluded). */
export type Hunt = { table: string; query: string; fromMs?: number; toMs?: number };

export type Rows = Result;
export type Page = Result & {
  /** Records that match in the whole window; null on later pages. */
  total: number | null;
  /** Give it to `search` for the next page; null at the end. */
  cursor: string | null;
};
export type Histogram = { fromMs: number; stepMs: number; counts: readonly number[] };
export type Facet = {
  field: string;
  distinct: number;
  top: readonly { value: Cell; count: number }[];
};

export type Asking = { limit?: number; deadlineMs?: number };

export type TelemetryOptions = {
  /** Segment folders, or the folder that holds them. */
  segments: readonly string[] | string;
  view: TelemetryView;
  /**
   * Folders of the segments' labels, in the order of `segments`: statements then have the column `attack`
   * in tables with labels. Never for anybody who is not to know the truth.
   */
  labels?: readonly string[];
  worker?: WorkerOptions;
};

const ROWS_DEFAULT = 1000;
const ROWS_MAX = 100_000;
const PAGE_DEFAULT = 100;
const PAGE_MAX = 1000;
const BYTES_MAX = 16_000_000;
const DEADLINE_MS = 30_000;
const BINS_MAX = 2000;
const TOP = 10;
const ROWS_PER_FILE = 2 ** 32;

/**
 * Sealed telemetry opened for reading through a view. All queries run in one worker process of its
 * own. `close` it when done.
 */
export class Telemetry {
  private readonly worker: WorkerProcess;
  private segments: readonly string[] | string;
  private scope: Scope;

  constructor(options: TelemetryOptions) {
    this.worker = new WorkerProcess(options.worker);
    this.segments = options.segments;
    this.scope = {
      folders: segmentFolders(options.segments),
      view: options.view,
      ...(options.labels ? { labels: options.labels.map((folder) => realpathSync(folder)) } : {}),
    };
  }

  get view(): TelemetryView {
    return this.scope.view;
  }

  /** Process id of the query worker while there is one. */
  get workerPid(): number | null {
    return this.worker.pid;
  }

  /** Changes what can be seen: time went on, an enrichment came on, new segments were sealed. */
  update(change: { segments?: readonly string[] | string; view?: TelemetryView }): void {
    this.segments = change.segments ?? this.segments;
    this.scope = { folders: segmentFolders(this.segments), view: change.view ?? this.scope.view };
  }

  /** Tables and columns, with the enrichment a column waits for. */
  schema(): readonly TableSchema[] {
    return tableSchemas(this.scope.view);
  }

  /**
   * Runs a person's SQL: one SELECT over the listed tables, or those of them in `tables`.
   * Errors: `SQL_REFUSED`, `SQL_SYNTAX`, `SQL_ERROR`, `SQL_TOO_LARGE` (exit 2), `SQL_DEADLINE`, `SQL_MEMORY` (exit 1).
   */
  sql(text: string, asking: Asking & { tables?: readonly string[] } = {}): Promise<Rows> {
    return this.worker.run(this.scope, {
      kind: 'person',
      text,
      ...(asking.tables ? { tables: asking.tables } : {}),
      limits: limitsOf(asking, ROWS_DEFAULT),
    });
  }

  /**
   * Newest records first, a page at a time: first which ones, then those few with all their columns.
   * Errors: `QUERY_TEXT` with the column.
   */
  async search(hunt: Hunt, asking: Asking & { cursor?: string | null } = {}): Promise<Page> {
    const { table, condition } = this.compiled(hunt);
    const after = asking.cursor ? cursorSql(asking.cursor) : 'true';
    const limit = Math.max(1, Math.min(asking.limit ?? PAGE_DEFAULT, PAGE_MAX));
    const which = `SELECT epoch_ms(time), ${RECORD_UID} FROM ${table.name}
      WHERE ${condition.sql} AND ${after} ORDER BY time DESC, ${RECORD_UID} DESC LIMIT ${limit + 1}`;
    const found = await this.own(hunt, condition.columns, which, condition.values, {
      ...asking,
      limit: limit + 1,
    });
    const keys = found.rows
      .slice(0, limit)
      .map(([ms, uid]) => ({ ms: Number(ms), uid: Number(uid) }));
    const page = await this.details(hunt.table, keys, asking);
    const total = asking.cursor ? null : await this.count(hunt, asking);
    const last = keys.at(-1);
    return {
      ...page,
      elapsedMs: found.elapsedMs + page.elapsedMs,
      total,
      cursor: found.rows.length > limit && last ? `${last.ms}.${last.uid}` : null,
    };
  }

  /** How many records match. */
  async count(hunt: Hunt, asking: Asking = {}): Promise<number> {
    const { table, condition } = this.compiled(hunt);
    const text = `SELECT count(*) FROM ${table.name} WHERE ${condition.sql}`;
    const result = await this.own(hunt, condition.columns, text, condition.values, asking);
    return Number(result.rows[0]![0]);
  }

  /** Exact counts of matching records in equal steps of the window. The window must be given. */
  async histogram(
    hunt: Hunt & { fromMs: number; toMs: number },
    bins = 60,
    asking: Asking = {},
  ): Promise<Histogram> {
    const { table, condition } = this.compiled(hunt);
    if (!(hunt.toMs > hunt.fromMs))
      throw badInput('WINDOW', 'the window is empty', 'histogram', 'give a later end');
    const wanted = Math.max(1, Math.min(bins, BINS_MAX));
    const stepMs = Math.ceil((hunt.toMs - hunt.fromMs) / wanted);
    const text = `SELECT (epoch_ms(time) - ${hunt.fromMs}) // ${stepMs} AS bin, count(*) AS n
      FROM ${table.name} WHERE ${condition.sql} GROUP BY bin`;
    const result = await this.own(hunt, condition.columns, text, condition.values, {
      ...asking,
      limit: BINS_MAX + 1,
    });
    const counts = new Array<number>(Math.ceil((hunt.toMs - hunt.fromMs) / stepMs)).fill(0);
    for (const [bin, n] of result.rows) counts[Number(bin)] = Number(n);
    return { fromMs: hunt.fromMs, stepMs, counts };
  }

  /** Exact top values and numbers of distinct values of fields among the matching records. */
  async facets(hunt: Hunt, fields: readonly string[], asking: Asking = {}): Promise<Facet[]> {
    const { table, condition } = this.compiled(hunt);
    const facets: Facet[] = [];
    for (const field of fields) {
      const column = table.columns.find((c) => c.name === field);
      if (!column)
        throw badInput(
          'FIELD',
          `${table.name} has no field ${field}`,
          'facets',
          'choose one of its fields',
        );
      // An address is grouped as the integer it is: its text is made of the few at the top.
      const grouped = column.type === 'ip' ? 'src_ip_number' : field;
      const text = `WITH g AS (SELECT "${grouped}" AS value, count(*) AS n FROM ${table.name} WHERE ${condition.sql} GROUP BY value)
        SELECT value, n, (SELECT count(value) FROM g) AS d FROM g ORDER BY n DESC, value LIMIT ${TOP}`;
      const result = await this.own(hunt, [...condition.columns, grouped], text, condition.values, {
        ...asking,
        limit: TOP,
      });
      facets.push({
        field,
        distinct: Number(result.rows[0]?.[2] ?? 0),
        top: result.rows.map(([value, n]) => ({
          value: column.type === 'ip' && value !== null ? ipText(Number(value)) : value!,
          count: Number(n),
        })),
      });
    }
    return facets;
  }

  /** One record by its `record_uid`, or null when it cannot be seen (any more). */
  async record(table: string, uid: number): Promise<Readonly<Record<string, Cell>> | null> {
    const known = tableOf(table);
    if (!Number.isSafeInteger(uid) || uid < 0)
      throw badInput('RECORD', `${uid} is no record_uid`, table, 'take it from a search');
    const text = `SELECT * FROM ${known.name} WHERE ${RECORD_UID} = ${uid} LIMIT 1`;
    const result = await this.worker.run(this.scope, {
      kind: 'own',
      text,
      values: [],
      table: known.name,
      columns: 'all',
      narrowing: { ordinal: Math.floor(uid / ROWS_PER_FILE) },
      limits: limitsOf({}, 1),
    });
    const row = result.rows[0];
    return row ? Object.fromEntries(result.columns.map((c, i) => [c.name, row[i]!])) : null;
  }

  /** Ends the worker process. */
  close(): void {
    this.worker.close();
  }

  /** All columns of records by their times and uids, newest first. */
  private details(
    table: string,
    keys: readonly { ms: number; uid: number }[],
    asking: Asking,
  ): Promise<Result> {
    const times = keys.map((key) => key.ms);
    const window = {
      table,
      query: '',
      fromMs: times.length > 0 ? Math.min(...times) : 0,
      toMs: times.length > 0 ? Math.max(...times) + 1 : 0,
    };
    const names = tableOf(table).columns.map((c) => `"${c.name}"`);
    const uids = keys.length > 0 ? keys.map((key) => key.uid).join(', ') : 'NULL';
    const text = `SELECT ${names.join(', ')}, ${RECORD_UID} FROM ${table} WHERE ${RECORD_UID} IN (${uids})
      ORDER BY time DESC, ${RECORD_UID} DESC`;
    return this.own(window, 'all', text, [], { ...asking, limit: PAGE_MAX });
  }

  private compiled(hunt: Hunt): { table: ViewTable; condition: Condition } {
    const table = tableOf(hunt.table);
    const condition = compileQuery(parseQuery(hunt.query), table, this.scope.view.calendar);
    return { table, condition };
  }

  private own(
    hunt: Hunt,
    columns: OwnJob['columns'],
    text: string,
    values: readonly string[],
    asking: Asking,
  ): Promise<Result> {
    return this.worker.run(this.scope, {
      kind: 'own',
      text,
      values,
      table: hunt.table,
      columns,
      narrowing: { fromMs: hunt.fromMs, toMs: hunt.toMs },
      limits: limitsOf(asking, ROWS_DEFAULT),
    });
  }
}

function tableOf(name: string): ViewTable {
  const table = viewTable(name);
  if (!table)
    throw badInput(
      'TABLE',
      `there is no table ${name}`,
      'the hunt',
      'choose one of the listed tables',
    );
  return table;
}

function limitsOf(asking: Asking, rows: number): Limits {
  return {
    rows: Math.max(1, Math.min(asking.limit ?? rows, ROWS_MAX)),
    bytes: BYTES_MAX,
    deadlineMs: Math.max(1, asking.deadlineMs ?? DEADLINE_MS),
  };
}

function cursorSql(cursor: string): string {
  const m = /^(\d{1,16})\.(\d{1,16})$/.exec(cursor);
  if (!m)
    throw badInput(
      'CURSOR',
      `"${cursor}" is no place in a result`,
      'search',
      'start again without a cursor',
    );
  return `(time, ${RECORD_UID}) < (make_timestamp(${m[1]}000), ${m[2]})`;
}

/** Opens sealed segments for reading through a view. Errors: `SEGMENT`. */
export function openTelemetry(options: TelemetryOptions): Telemetry {
  return new Telemetry(options);
}

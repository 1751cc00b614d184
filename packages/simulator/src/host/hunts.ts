import { DAY_MS, DwellError } from '@dwell/core';
import {
  listSegments,
  openTelemetry,
  type Hunt,
  type Telemetry,
  type TelemetryView,
} from '@dwell/telemetry';
import type { Facet, Histogram, HuntQuery, HuntRows, HuntTable } from '../router/types.ts';
import { Lock } from './lock.ts';
import type { RunHost } from './run-host.ts';
import { segmentRoots } from './segment-folder.ts';
import type { HuntService } from './service.ts';
import type { ServiceLimits } from './service-limits.ts';
import type { Worlds } from './worlds.ts';

const DEADLINE_MS = 20_000;
const ROWS_DEFAULT = 100;
const BINS_DEFAULT = 120;
/** Questions in quick succession see the same moment: what is flushed is looked at for so long. */
const FRESH_MS = 1_000;
const OPEN_MAX = 4;
const IDLE_MS = 120_000;

type Reader = {
  telemetry: Telemetry;
  lock: Lock;
  freshWallMs: number;
  usedWallMs: number;
  asking: number;
};

/** The segments of a run and how they are to be read. */
export type Sight = { segments: readonly string[]; view: TelemetryView };

/**
 * Hunts: questions to a run's records as of its simulated time. Each run that is asked has a query
 * process of its own with limits on memory and time; it goes when nobody asks.
 */
export class Hunts implements HuntService {
  readonly #worlds: Worlds;
  readonly #limits: ServiceLimits;
  readonly #readers = new Map<string, Reader>();
  readonly #sweeper: NodeJS.Timeout;

  constructor(worlds: Worlds, limits: ServiceLimits) {
    this.#worlds = worlds;
    this.#limits = limits;
    this.#sweeper = setInterval(() => this.#sweep(this.#limits.wall() - IDLE_MS), IDLE_MS / 4);
    this.#sweeper.unref();
  }

  tables(runId: string): Promise<HuntTable[]> {
    return this.#ask(runId, async (telemetry) =>
      telemetry.schema().map(({ name, columns }) => ({
        name,
        columns: columns.map(({ enrichment, values, ...column }) => ({
          ...column,
          ...(enrichment ? { enrichment: enrichment.name, on: enrichment.on } : {}),
          ...(values ? { values } : {}),
        })),
      })),
    );
  }

  search(ask: HuntQuery & { cursor?: string; limit?: number }): Promise<HuntRows> {
    return this.#ask(ask.runId, (telemetry) => {
      const asking = {
        cursor: ask.cursor ?? null,
        limit: ask.limit ?? ROWS_DEFAULT,
        deadlineMs: DEADLINE_MS,
      };
      return telemetry.search(huntOf(ask, telemetry), asking);
    });
  }

  histogram(ask: HuntQuery & { bins?: number }): Promise<Histogram> {
    return this.#ask(ask.runId, async (telemetry) => {
      const found = await telemetry.histogram(huntOf(ask, telemetry), ask.bins ?? BINS_DEFAULT, {
        deadlineMs: DEADLINE_MS,
      });
      return {
        from: found.fromMs - telemetry.view.calendar.startMs,
        stepMs: found.stepMs,
        counts: found.counts,
      };
    });
  }

  facets(ask: HuntQuery & { fields: readonly string[] }): Promise<Facet[]> {
    return this.#ask(ask.runId, (telemetry) =>
      telemetry.facets(huntOf(ask, telemetry), ask.fields, { deadlineMs: DEADLINE_MS }),
    );
  }

  sql(ask: Parameters<HuntService['sql']>[0]): Promise<HuntRows> {
    return this.#ask(ask.runId, async (telemetry) => {
      const rows = await telemetry.sql(ask.sql, {
        limit: ask.limit ?? ROWS_DEFAULT,
        deadlineMs: DEADLINE_MS,
        ...(ask.tables ? { tables: ask.tables } : {}),
      });
      return { ...rows, total: null, cursor: null };
    });
  }

  /** What can be seen of a run as it stands, for a reader of its own. */
  async sight(host: RunHost): Promise<Sight> {
    const folders = await this.#worlds.recordFolders(host);
    const view = await (await host.world()).flush();
    return { view, segments: folders.flatMap((folder) => listSegments(segmentRoots(folder).root)) };
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweeper);
    for (const { telemetry } of this.#readers.values()) telemetry.close();
    this.#readers.clear();
  }

  /** Drops the query process of a run that is being removed. */
  forget(runId: string): void {
    this.#readers.get(runId)?.telemetry.close();
    this.#readers.delete(runId);
  }

  async #ask<Answer>(
    runId: string,
    question: (telemetry: Telemetry) => Promise<Answer>,
  ): Promise<Answer> {
    const host = await this.#worlds.host(runId);
    try {
      return await this.#once(host, question, false);
    } catch (error) {
      // A day in progress gave way to a longer one while it was being read: look again, once.
      if (!readWhileReplaced(error)) throw error;
      return this.#once(host, question, true);
    }
  }

  async #once<Answer>(
    host: RunHost,
    question: (telemetry: Telemetry) => Promise<Answer>,
    anew: boolean,
  ): Promise<Answer> {
    const reader = await this.#fresh(host, anew);
    reader.asking += 1;
    try {
      return await question(reader.telemetry);
    } finally {
      reader.asking -= 1;
      reader.usedWallMs = this.#limits.wall();
    }
  }

  /** The run's query process, looking at the run as it stands. */
  async #fresh(host: RunHost, anew: boolean): Promise<Reader> {
    const { id } = host.record;
    await host.world();
    const known = this.#readers.get(id);
    const wallMs = this.#limits.wall();
    if (known && !anew && wallMs - known.freshWallMs < FRESH_MS) return known;
    const lock = known?.lock ?? new Lock();
    return lock.run(async () => {
      const sight = await this.sight(host);
      const reader = this.#readers.get(id);
      if (reader) {
        reader.telemetry.update(sight);
        reader.freshWallMs = this.#limits.wall();
        return reader;
      }
      this.#makeRoom();
      const made: Reader = {
        telemetry: openTelemetry(sight),
        lock,
        freshWallMs: wallMs,
        usedWallMs: wallMs,
        asking: 0,
      };
      this.#readers.set(id, made);
      return made;
    });
  }

  #makeRoom(): void {
    const idle = [...this.#readers].filter(([, { asking }]) => asking === 0);
    idle.sort(([, x], [, y]) => x.usedWallMs - y.usedWallMs);
    for (const [id] of idle.slice(0, Math.max(0, this.#readers.size - OPEN_MAX + 1)))
      this.forget(id);
  }

  #sweep(beforeWallMs: number): void {
    for (const [id, { asking, usedWallMs }] of this.#readers) {
      if (asking === 0 && usedWallMs < beforeWallMs) this.forget(id);
    }
  }
}

/** A file went away while it was being read. */
export function readWhileReplaced(error: unknown): boolean {
  if (!(error instanceof DwellError)) return false;
  return (
    error.code === 'SEGMENT' ||
    (error.code === 'SQL_ERROR' && /no such file|cannot open file|no files found/i.test(error.what))
  );
}

/** A hunt in epoch time; without a window it looks at the last simulated day. */
function huntOf(ask: HuntQuery, telemetry: Telemetry): Hunt & { fromMs: number; toMs: number } {
  const { calendar, asOfMs } = telemetry.view;
  const toMs = ask.to === undefined ? asOfMs : calendar.startMs + ask.to;
  const fromMs =
    ask.from === undefined ? Math.min(toMs, asOfMs) - DAY_MS : calendar.startMs + ask.from;
  return { table: ask.table, query: ask.query, fromMs, toMs };
}

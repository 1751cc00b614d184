import { join } from 'node:path';
import {
  canonicalJson,
  DAY_MS,
  DwellError,
  MINUTE_MS,
  sha256Hex,
  TICKS_PER_DAY,
} from '@dwell/core';
import { HistoryCache, type HistoryLease } from '@dwell/telemetry';
import type { BuildView } from '../router/types.ts';
import { ENGINE } from '../run/engine-version.ts';
import type { Scenario } from '../scenario/types.ts';
import { buildCancelled, buildDays } from './build-days.ts';
import { estimateUntil } from './estimate.ts';
import { Lock } from './lock.ts';
import { segmentDays, type DayJob } from './day-job.ts';
import { recordsOf, sealedSegments } from './segment-folder.ts';

/** What a history is a function of. Commands are not in it: there are none before an exercise starts. */
export type HistoryOf = { scenario: Scenario; seed: number; scale: number; days: number };

type Build = {
  view: BuildView;
  controller: AbortController;
  listeners: Set<(view: BuildView) => void>;
  done: Promise<BuildView>;
};

export const READY: BuildView = { state: 'ready', progress: 1, secondsLeft: 0, records: 0 };
export const WAITING: BuildView = { state: 'waiting', progress: 0, secondsLeft: null, records: 0 };

/**
 * What lies before exercises: built one after the other, each by a few children, kept in a cache that
 * all runs and processes share, and leased while a run needs it.
 */
export class Histories {
  readonly #cache: HistoryCache;
  readonly #limits: { processes: number; memoryMb: number };
  readonly #wall: () => number;
  readonly #builds = new Map<string, Build>();
  readonly #leases = new Map<string, HistoryLease>();
  readonly #turn = new Lock();

  constructor(
    cache: HistoryCache,
    limits: { processes: number; memoryMb: number },
    wall: () => number,
  ) {
    this.#cache = cache;
    this.#limits = limits;
    this.#wall = wall;
  }

  /** The history's folder (null when nothing lies before the start), or null when it must be built. */
  async find(of: HistoryOf): Promise<{ folder: string | null } | null> {
    if (of.days === 0) return { folder: null };
    const key = historyKey(of);
    const lease = this.#leases.get(key) ?? (await this.#cache.acquire(key));
    if (!lease) return null;
    this.#keep(key, lease);
    return { folder: lease.folder };
  }

  /** Builds unless it is there; resolves with how it ended. `listener` hears of progress on the way. */
  async ensure(of: HistoryOf, listener: (view: BuildView) => void): Promise<BuildView> {
    const found = await this.find(of);
    if (found) return { ...READY, records: found.folder === null ? 0 : recordsIn(found.folder) };
    const key = historyKey(of);
    let build = this.#builds.get(key);
    if (!build) {
      const made: Build = {
        view: WAITING,
        controller: new AbortController(),
        listeners: new Set(),
        done: Promise.resolve(WAITING),
      };
      made.done = this.#turn
        .run(() => this.#run(key, of, made))
        .finally(() => this.#builds.delete(key));
      this.#builds.set(key, made);
      build = made;
    }
    build.listeners.add(listener);
    listener(build.view);
    return build.done;
  }

  /** Stops the build of this history for all who wait for it. */
  cancel(of: HistoryOf): void {
    this.#builds.get(historyKey(of))?.controller.abort();
  }

  /** Gives back every lease but those of the histories in use, so that the cache may make room. */
  releaseUnused(inUse: ReadonlySet<string>): void {
    for (const [key, lease] of this.#leases) {
      if (inUse.has(key)) continue;
      lease.release();
      this.#leases.delete(key);
    }
  }

  async stop(): Promise<void> {
    const builds = [...this.#builds.values()];
    for (const build of builds) build.controller.abort();
    await Promise.allSettled(builds.map((build) => build.done));
    this.releaseUnused(new Set());
  }

  #keep(key: string, lease: HistoryLease): void {
    const before = this.#leases.get(key);
    if (before && before !== lease) lease.release();
    else this.#leases.set(key, lease);
  }

  async #run(key: string, of: HistoryOf, build: Build): Promise<BuildView> {
    const { signal } = build.controller;
    const tell = (view: BuildView) => {
      build.view = view;
      for (const listener of build.listeners) listener(view);
    };
    try {
      if (signal.aborted) throw buildCancelled();
      const lease = await this.#cache.build(
        key,
        (folder) => this.#make(of, folder, signal, tell),
        signal,
      );
      this.#keep(key, lease);
      tell({ ...READY, records: recordsIn(lease.folder) });
    } catch (error) {
      tell(failureView(build.view, signal.aborted ? buildCancelled() : error));
    }
    return build.view;
  }

  async #make(
    of: HistoryOf,
    folder: string,
    signal: AbortSignal,
    tell: (view: BuildView) => void,
  ): Promise<void> {
    const startedWallMs = this.#wall();
    const expected = estimateUntil(of.scenario, of.scale, of.days * DAY_MS).records;
    await buildDays(jobOf(of, folder), {
      ...this.#limits,
      signal,
      onProgress: ({ days, daysTotal }) => {
        const progress = Math.min(0.999, days / daysTotal);
        const elapsed = (this.#wall() - startedWallMs) / 1_000;
        const secondsLeft =
          progress > 0.02 ? Math.ceil((elapsed * (1 - progress)) / progress) : null;
        tell({ state: 'running', progress, secondsLeft, records: Math.round(expected * progress) });
      },
    });
  }
}

function recordsIn(folder: string): number {
  return sealedSegments(folder).reduce((sum, segment) => sum + recordsOf(segment), 0);
}

function failureView({ progress, records }: BuildView, error: unknown): BuildView {
  if (!(error instanceof DwellError)) throw error;
  if (error.code === 'CANCELLED')
    return { state: 'cancelled', progress, secondsLeft: null, records };
  const { what, where, todo } = error;
  return { state: 'failed', progress, secondsLeft: null, records, error: { what, where, todo } };
}

/** Name of a history: two runs with the same name share it. */
export function historyKey({ scenario, seed, scale, days }: HistoryOf): string {
  return sha256Hex(
    canonicalJson({ scenarioHash: scenario.hash, seed, scale, days, engine: ENGINE }),
  ).slice(0, 32);
}

/** Where a history keeps the world as it left it. */
export function worldFolder(historyFolder: string): string {
  return join(historyFolder, 'world');
}

function jobOf({ scenario, seed, scale, days }: HistoryOf, folder: string): DayJob {
  const until = days * TICKS_PER_DAY * MINUTE_MS;
  const range = { fromDay: 0, toDay: days - 1, segmentDays: segmentDays(scale) };
  return {
    scenario,
    seed,
    scale,
    commands: [],
    until,
    ...range,
    folder,
    rules: [],
    enrichments: [],
    world: worldFolder(folder),
  };
}

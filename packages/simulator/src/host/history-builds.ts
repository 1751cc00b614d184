import { join } from 'node:path';
import { DwellError, MINUTE_MS, TICKS_PER_DAY, DAY_MS } from '@dwell/core';
import type { SegmentInfo } from '@dwell/telemetry';
import type { BuildView } from '../router/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { buildCancelled, buildDays } from './build-days.ts';
import type { DayJob } from './day-job.ts';
import { estimateUntil } from './estimate.ts';
import { historyKey, type HistoryShelf } from './history-shelf.ts';
import { Lock } from './lock.ts';
import { segmentDays } from './record-builder.ts';
import { recordsOf } from './segment-folder.ts';

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
 * Builds histories, one after the other, each in a few children, and shares a build among all runs
 * that wait for the same history.
 */
export class HistoryBuilds {
  readonly #shelf: HistoryShelf;
  readonly #limits: { processes: number; memoryMb: number };
  readonly #wall: () => number;
  readonly #builds = new Map<string, Build>();
  readonly #turn = new Lock();

  constructor(shelf: HistoryShelf, limits: { processes: number; memoryMb: number }, wall: () => number) {
    this.#shelf = shelf;
    this.#limits = limits;
    this.#wall = wall;
  }

  /** The history's folder when it is there, else null. Nothing lies before day 0, so that is always there. */
  ready(of: HistoryOf): { folder: string | null } | null {
    if (of.days === 0) return { folder: null };
    const key = keyOf(of);
    return this.#shelf.find(key) ? { folder: this.#shelf.folder(key) } : null;
  }

  /** Builds unless it is there; resolves with how it ended. `listener` hears of progress on the way. */
  async ensure(of: HistoryOf, listener: (view: BuildView) => void): Promise<BuildView> {
    const found = of.days === 0 ? { records: 0 } : this.#shelf.find(keyOf(of));
    if (found) return { ...READY, records: found.records };
    const key = keyOf(of);
    let build = this.#builds.get(key);
    if (!build) {
      const controller = new AbortController();
      const made: Build = { view: WAITING, controller, listeners: new Set(), done: Promise.resolve(WAITING) };
      made.done = this.#turn.run(() => this.#run(key, of, made)).finally(() => this.#builds.delete(key));
      this.#builds.set(key, made);
      build = made;
    }
    build.listeners.add(listener);
    listener(build.view);
    return build.done;
  }

  /** Stops the build of this history for all who wait for it. What is sealed stays for a later try. */
  cancel(of: HistoryOf): void {
    this.#builds.get(keyOf(of))?.controller.abort();
  }

  async stop(): Promise<void> {
    const builds = [...this.#builds.values()];
    for (const build of builds) build.controller.abort();
    await Promise.all(builds.map((build) => build.done));
  }

  async #run(key: string, of: HistoryOf, build: Build): Promise<BuildView> {
    const tell = (view: BuildView) => {
      build.view = view;
      for (const listener of build.listeners) listener(view);
    };
    try {
      if (build.controller.signal.aborted) throw buildCancelled();
      const startedWallMs = this.#wall();
      const expected = estimateUntil(of.scenario, of.scale, of.days * DAY_MS).records;
      const segments = await buildDays(jobOf(of, this.#shelf.folder(key)), {
        ...this.#limits,
        signal: build.controller.signal,
        onProgress: ({ days, daysTotal }) => {
          const progress = Math.min(0.999, days / daysTotal);
          const elapsed = (this.#wall() - startedWallMs) / 1_000;
          const secondsLeft = progress > 0.02 ? Math.ceil((elapsed * (1 - progress)) / progress) : null;
          tell({ state: 'running', progress, secondsLeft, records: Math.round(expected * progress) });
        },
      });
      const records = segments.reduce((sum, segment) => sum + recordsOf(segment), 0);
      this.#shelf.finish(key, { records, bytes: segments.reduce((sum: number, s: SegmentInfo) => sum + s.bytes, 0) });
      tell({ ...READY, records });
    } catch (error) {
      tell(failureView(build.view, error));
    }
    return build.view;
  }
}

function failureView(before: BuildView, error: unknown): BuildView {
  const { progress, records } = before;
  if (!(error instanceof DwellError)) throw error;
  if (error.code === 'CANCELLED') return { state: 'cancelled', progress, secondsLeft: null, records };
  const { what, where, todo } = error;
  return { state: 'failed', progress, secondsLeft: null, records, error: { what, where, todo } };
}

function keyOf({ scenario, seed, scale, days }: HistoryOf): string {
  return historyKey({ scenarioHash: scenario.hash, seed, scale, days });
}

/** Where a history keeps the world as it left it. */
export function worldFolder(historyFolder: string): string {
  return join(historyFolder, 'world');
}

function jobOf({ scenario, seed, scale, days }: HistoryOf, folder: string): DayJob {
  return { scenario, seed, scale, commands: [], until: days * TICKS_PER_DAY * MINUTE_MS, fromDay: 0, toDay: days - 1, segmentDays: segmentDays(scale), folder, world: worldFolder(folder) };
}

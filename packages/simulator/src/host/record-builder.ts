import { builtEntry } from '@dwell/core';
import type { SegmentInfo } from '@dwell/telemetry';
import type { DayFrame } from '../world/day-frame.ts';
import type { WorldInput } from '../world/world.ts';
import { Child } from './child.ts';
import type { RecordMaker } from './record-counter.ts';

/** Where a run's records go. */
export type RecordJob = { input: WorldInput; root: string; labelsRoot: string };

export type RecordBuilderOptions = RecordJob & {
  fromDay: number;
  /** Exclusive. */
  toDay: number;
  /** Children working side by side, default 2. */
  processes?: number;
  onSegment?: (segment: SegmentInfo) => void;
};

/** Rows a segment aims at, and the most days it may span. */
const SEGMENT_ROWS = 1_200_000;
const SEGMENT_DAYS_MAX = 14;
/** Records of a mean day at full scale (FACTS §3: PII calls and sign-ins). */
export const RECORDS_PER_DAY = 163_000_000;
/** Days on their way to a child before the world waits for it. */
const DAYS_AHEAD = 3;
const CHILD_MEMORY_MB = 700;
const SILENCE_MS = 120_000;

/** Days of a segment at a scale. */
export function segmentDays(scale: number): number {
  return Math.max(1, Math.min(SEGMENT_DAYS_MAX, Math.round((SEGMENT_ROWS * scale) / RECORDS_PER_DAY)));
}

type Worker = { child: Child<never>; busy: Set<Promise<unknown>>; open: { toDay: number } | null };

/**
 * Expands days into sealed segments in child processes while the world runs ahead by a few days.
 * Feed days in order with `day`; `finish` waits for the last seal, `cancel` leaves no half segment.
 */
export class RecordBuilder implements RecordMaker {
  readonly #options: RecordBuilderOptions;
  readonly #workers: Worker[];
  readonly #days: number;
  readonly segments: SegmentInfo[] = [];
  /** Peak resident memory of the children, MB; known after `finish`. */
  memoryMb = 0;
  /** Mean time a child spent making records (not storing them), ms; known after `finish`. */
  generateMs = 0;
  #failure: Error | null = null;

  constructor(options: RecordBuilderOptions) {
    this.#options = options;
    this.#days = segmentDays(options.input.scale);
    const { input, root, labelsRoot } = options;
    const segments = Math.ceil((options.toDay - options.fromDay) / this.#days);
    this.#workers = Array.from({ length: Math.max(1, Math.min(options.processes ?? 2, segments)) }, (_, i) => {
      const child = new Child<never>({
        entry: builtEntry(import.meta.url, './record-process.js'),
        name: `record writer ${i + 1}`,
        memoryMb: CHILD_MEMORY_MB,
        onPost: () => undefined,
        onExit: () => undefined,
        silenceMsMax: SILENCE_MS,
      });
      const worker: Worker = { child, busy: new Set(), open: null };
      this.#track(worker, child.call('open', { input, root, labelsRoot } satisfies RecordJob));
      return worker;
    });
  }

  #track(worker: Worker, work: Promise<unknown>): void {
    const done = work
      .catch((error: unknown) => {
        this.#failure ??= error as Error;
      })
      .finally(() => worker.busy.delete(done));
    worker.busy.add(done);
  }

  /** Hands one day on; resolves when the world may go on. Errors: those of the store, or `CHILD_GONE`. */
  async day(frame: DayFrame): Promise<void> {
    const { fromDay, toDay } = this.#options;
    if (frame.day < fromDay || frame.day >= toDay) return;
    const segment = Math.floor((frame.day - fromDay) / this.#days);
    const worker = this.#workers[segment % this.#workers.length]!;
    if (!worker.open) {
      const first = fromDay + segment * this.#days;
      const last = Math.min(first + this.#days, toDay) - 1;
      await this.#settled(worker, 0);
      worker.open = { toDay: last };
      this.#track(worker, worker.child.call('segment', first, last));
      await this.#settled(worker, 0);
    }
    this.#track(worker, worker.child.call('day', trimmed(frame)));
    if (frame.day === worker.open.toDay) this.#seal(worker);
    else await this.#settled(worker, DAYS_AHEAD);
  }

  #seal(worker: Worker): void {
    worker.open = null;
    const before = [...worker.busy];
    const sealed = Promise.all(before).then(async () => {
      if (this.#failure) return;
      const info = await worker.child.call<SegmentInfo>('seal');
      this.segments.push(info);
      this.#options.onSegment?.(info);
    });
    this.#track(worker, sealed);
  }

  async #settled(worker: Worker, atMost: number): Promise<void> {
    while (worker.busy.size > atMost && !this.#failure) await Promise.race(worker.busy);
    if (this.#failure) throw this.#failure;
  }

  /** Waits until every segment is sealed. */
  async finish(): Promise<SegmentInfo[]> {
    try {
      for (const worker of this.#workers) await this.#settled(worker, 0);
      const used = await Promise.all(this.#workers.map((w) => w.child.call<{ memoryMb: number; generateMs: number }>('used')));
      this.memoryMb = used.reduce((sum, u) => sum + u.memoryMb, 0);
      this.generateMs = used.reduce((sum, u) => sum + u.generateMs, 0) / used.length;
      return this.segments.sort((a, b) => a.fromDay - b.fromDay);
    } finally {
      await this.#end();
    }
  }

  /** Stops at once; segments already sealed stay, the open ones leave nothing. */
  async cancel(): Promise<void> {
    await Promise.allSettled(this.#workers.map((w) => w.child.call('abandon')));
    await this.#end();
  }

  async #end(): Promise<void> {
    await Promise.all(this.#workers.map((w) => w.child.end()));
  }
}

/** A frame without the room it did not use, for its way between processes. */
function trimmed(frame: DayFrame): DayFrame {
  const { attack } = frame;
  const n = attack.length;
  return {
    ...frame,
    attack: {
      length: n,
      tick: attack.tick.slice(0, n),
      subject: attack.subject.slice(0, n),
      endpoint: attack.endpoint.slice(0, n),
      status: attack.status.slice(0, n),
      check: attack.check.slice(0, n),
      source: attack.source.slice(0, n),
      key: attack.key.slice(0, n),
    },
  };
}

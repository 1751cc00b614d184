import { badInput, builtEntry, DwellError } from '@dwell/core';
import { Child } from '../child.ts';
import { Lock } from '../lock.ts';
import type { DebriefPost } from './debrief-worker.ts';
import type { TakenRun } from './run-key.ts';

/** Work that says nothing for so long is stuck. */
const SILENCE_MS_MAX = 120_000;
/** Jobs that wait at most: more of them would be waited for by nobody. */
const WAITING_MAX = 24;

export type LaneOptions = {
  name: string;
  /** Folder of what is kept of replays. */
  folder: string;
  memoryMb: number;
  /** A child that nobody asks anything ends after so long. */
  idleMs: number;
  /** A job that takes longer is ended, and the child with it. */
  limitMs: number;
};

export type JobOptions = {
  signal?: AbortSignal;
  onPost?(post: DebriefPost): void;
};

/** A child process for debriefs: started when it is needed, one job at a time, ended when it is not. */
export class DebriefLane {
  readonly #options: LaneOptions;
  readonly #turn = new Lock();
  #child: Child<DebriefPost> | null = null;
  #onPost: ((post: DebriefPost) => void) | undefined;
  #waiting = 0;
  #idle: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** Work about a run, which the child is told of when it does not have it. Errors: as `ask`. */
  about<Value>(
    { key, run }: TakenRun,
    method: string,
    args: readonly unknown[],
    options: JobOptions = {},
  ): Promise<Value> {
    return this.#job(options, async (child) => {
      try {
        return await child.call<Value>(method, key, ...args);
      } catch (error) {
        if (!(error instanceof DwellError) || error.code !== 'NOT_OPEN') throw error;
        await child.call('open', { key, run, folder: this.#options.folder });
        return await child.call<Value>(method, key, ...args);
      }
    });
  }

  /** Other work. Errors: the child's own, `TIMEOUT`, `CANCELLED`, `TOO_MANY`, `CHILD_GONE`. */
  ask<Value>(method: string, args: readonly unknown[], options: JobOptions = {}): Promise<Value> {
    return this.#job(options, (child) => child.call<Value>(method, ...args));
  }

  /** Ends the child with all that it remembers, once what it does is done. */
  rest(): Promise<void> {
    return this.#turn.run(() => this.#end());
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  async #job<Value>(
    { signal, onPost }: JobOptions,
    work: (child: Child<DebriefPost>) => Promise<Value>,
  ): Promise<Value> {
    const { name, limitMs } = this.#options;
    if (this.#waiting >= WAITING_MAX)
      throw badInput('TOO_MANY', 'too much is being asked at once', name, 'try again in a minute');
    this.#waiting += 1;
    try {
      return await this.#turn.run(async () => {
        if (signal?.aborted || this.#closed) throw cancelled(name);
        let over: DwellError | null = null;
        const end = (error: DwellError) => {
          over = error;
          void this.#end();
        };
        const onAbort = () => end(cancelled(name));
        const timer = setTimeout(() => end(tookTooLong(name, limitMs)), limitMs);
        signal?.addEventListener('abort', onAbort, { once: true });
        this.#onPost = onPost;
        try {
          return await work(this.#started());
        } catch (error) {
          throw over ?? error;
        } finally {
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
          this.#onPost = undefined;
          this.#rest();
        }
      });
    } finally {
      this.#waiting -= 1;
    }
  }

  #started(): Child<DebriefPost> {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#child && !this.#child.ended) return this.#child;
    const { name, memoryMb } = this.#options;
    this.#child = new Child<DebriefPost>({
      entry: builtEntry(import.meta.url, './debrief-process.js'),
      name,
      memoryMb,
      silenceMsMax: SILENCE_MS_MAX,
      onPost: (post) => this.#onPost?.(post),
      onExit: () => undefined,
    });
    return this.#child;
  }

  #rest(): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#end(), this.#options.idleMs);
    this.#idle.unref();
  }

  async #end(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    const child = this.#child;
    this.#child = null;
    await child?.end();
  }
}

function cancelled(where: string): DwellError {
  return badInput('CANCELLED', 'it was ended before it was done', where, 'ask again');
}

function tookTooLong(where: string, limitMs: number): DwellError {
  const what = `it took longer than ${Math.round(limitMs / 1_000)} s`;
  return badInput('TIMEOUT', what, where, 'try again, or with a run at a coarser scale');
}

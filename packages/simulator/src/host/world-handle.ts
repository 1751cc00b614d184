import { builtEntry, type SimTime } from '@dwell/core';
import type { TelemetryView } from '@dwell/telemetry';
import type { ResponseParams } from '../response/types.ts';
import type { ResponseCard, ResponsePreview } from '../router/types.ts';
import type { Command, CommandRequest } from '../run/command.ts';
import { Child } from './child.ts';
import type { WorldHandle, WorldInit, WorldPost, WorldView } from './world-protocol.ts';

const SILENCE_MS_MAX = 120_000;

export type WorldEvents = {
  onPost(post: WorldPost): void;
  /** The child ended without being asked to. */
  onLost(reason: string): void;
};

/** Starts a world in a child process. `memoryMb` bounds its heap. */
export function startWorld(
  init: WorldInit,
  events: WorldEvents,
  memoryMb: number,
): WorldHandle & { pid: number | undefined } {
  return new WorldChild(init, events, memoryMb);
}

class WorldChild implements WorldHandle {
  readonly #child: Child<WorldPost>;
  readonly #ready: Promise<void>;
  #now: SimTime = 0;
  #target: SimTime = -1;

  constructor(init: WorldInit, events: WorldEvents, memoryMb: number) {
    this.#child = new Child<WorldPost>({
      entry: builtEntry(import.meta.url, './world-process.js'),
      name: 'world',
      memoryMb,
      silenceMsMax: SILENCE_MS_MAX,
      onPost: (post) => {
        this.#now = Math.max(this.#now, post.now);
        events.onPost(post);
      },
      onExit: (reason, wanted) => {
        if (!wanted) events.onLost(reason);
      },
    });
    this.#ready = this.#child.call<SimTime>('init', init).then((now) => {
      this.#now = now;
    });
    this.#ready.catch(() => undefined);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get now(): SimTime {
    return this.#now;
  }

  ready(): Promise<void> {
    return this.#ready;
  }

  advance(to: SimTime): void {
    if (to <= this.#target) return;
    this.#target = to;
    this.#child.call('advance', to).catch(() => undefined);
  }

  stepToEvent(limit: SimTime): Promise<SimTime> {
    return this.#child.call('stepToEvent', limit);
  }

  check(request: CommandRequest): Promise<void> {
    return this.#child.call('check', request);
  }

  accept(command: Command): Promise<void> {
    return this.#child.call('accept', command);
  }

  view(): Promise<WorldView> {
    return this.#child.call('view');
  }

  catalogue(): Promise<ResponseCard[]> {
    return this.#child.call('catalogue');
  }

  preview(response: string, params: ResponseParams): Promise<ResponsePreview> {
    return this.#child.call('preview', response, params);
  }

  flush(): Promise<TelemetryView> {
    return this.#child.call('flush');
  }

  end(): Promise<void> {
    return this.#child.end();
  }
}

import { ourFault } from '@dwell/core';
import type { WorldEvents } from './world-handle.ts';
import type { WorldHandle, WorldPost } from './world-protocol.ts';

/** A world may die so often within the window before it is given up until somebody asks again. */
const DEATHS_MAX = 4;
const DEATHS_WINDOW_MS = 60_000;

export type WorldKeeperOptions = {
  /** Starts a world and resolves when it stands where it should; `track` is told of it at once. */
  begin(events: WorldEvents, track: (world: WorldHandle) => void): Promise<WorldHandle>;
  onPost(post: WorldPost): void;
  /** Called with every world that is ready. */
  onReady(world: WorldHandle): void;
  /** It died too often and is not started again by itself. */
  onGivenUp(): void;
  wall: () => number;
  name: string;
};

/**
 * Keeps one world while it is wanted: started once however many ask, started again when it dies,
 * and never two of them heard at a time.
 */
export class WorldKeeper {
  readonly #options: WorldKeeperOptions;
  #ready: WorldHandle | null = null;
  #unready: WorldHandle | null = null;
  #starting: Promise<WorldHandle> | null = null;
  /** Counts worlds, so that what an old one still says is not heard. */
  #generation = 0;
  #deaths: number[] = [];
  #closed = false;

  constructor(options: WorldKeeperOptions) {
    this.#options = options;
  }

  /** The world when it is ready. */
  get world(): WorldHandle | null {
    return this.#ready;
  }

  /** Is there a world, ready or on its way? */
  get alive(): boolean {
    return this.#starting !== null;
  }

  /** The world, started when there is none. Errors: `CHILD_GONE`, `RUN_CLOSED`, those of `begin`. */
  async get(): Promise<WorldHandle> {
    if (this.#closed) throw ourFault('RUN_CLOSED', 'the run is being closed', this.#options.name);
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<WorldHandle> {
    const generation = ++this.#generation;
    const current = () => generation === this.#generation;
    const events: WorldEvents = {
      onPost: (post) => current() && this.#options.onPost(post),
      onLost: (reason) => current() && this.#onLost(reason),
    };
    try {
      const world = await this.#options.begin(events, (begun) => {
        if (current()) this.#unready = begun;
        else void begun.end();
      });
      if (!current())
        throw ourFault('RUN_CLOSED', 'the world was given up while it started', this.#options.name);
      this.#ready = world;
      this.#unready = null;
      this.#options.onReady(world);
      return world;
    } catch (error) {
      if (current()) await this.rest();
      throw error;
    }
  }

  /** Ends the world; it can be had again. */
  async rest(): Promise<void> {
    this.#generation += 1;
    const worlds = [this.#ready, this.#unready].filter((world) => world !== null);
    this.#ready = null;
    this.#unready = null;
    this.#starting = null;
    await Promise.all(worlds.map((world) => world.end()));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.rest();
  }

  /** The world died: it is started again from its last snapshot and the log. */
  #onLost(reason: string): void {
    void this.rest();
    process.stderr.write(`${this.#options.name}: its world ended (${reason})\n`);
    if (this.#closed) return;
    const wallMs = this.#options.wall();
    this.#deaths = [...this.#deaths.filter((at) => wallMs - at < DEATHS_WINDOW_MS), wallMs];
    if (this.#deaths.length <= DEATHS_MAX) {
      this.get().catch(() => undefined);
      return;
    }
    this.#deaths = [];
    this.#options.onGivenUp();
  }
}

import { RateLimit } from './rate-limit.ts';

const MISSES_MAX = 10;
const WINDOW_MS = 60_000;
/** Looked up at once for one address: a class comes in together where the network has one address. */
const AT_ONCE_MAX = 40;
/** Each miss makes its sender wait twice as long as the one before, up to the longest. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Codes and links that are looked up for somebody who is nobody yet. Wrong ones are slowed down, and
 * stopped for that address after ten in a minute; right ones are not counted.
 */
export class Knocks {
  readonly #misses: RateLimit;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #open = new Map<string, number>();

  constructor(wall?: () => number, wait = pause) {
    this.#misses = new RateLimit(MISSES_MAX, WINDOW_MS, wall);
    this.#wait = wait;
  }

  /** Begins a look-up, to be ended by `right` or `missed`; false: not now. */
  may(address: string): boolean {
    const open = this.#open.get(address) ?? 0;
    if (open >= AT_ONCE_MAX || this.#misses.count(address) >= MISSES_MAX) return false;
    this.#open.set(address, open + 1);
    return true;
  }

  right(address: string): void {
    const open = (this.#open.get(address) ?? 1) - 1;
    if (open > 0) this.#open.set(address, open);
    else this.#open.delete(address);
  }

  /** Counts a wrong one, and resolves when its sender has waited for it. */
  async missed(address: string): Promise<void> {
    this.#misses.take(address);
    const n = this.#misses.count(address);
    await this.#wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (n - 1)));
    this.right(address);
  }
}

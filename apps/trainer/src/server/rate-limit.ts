/** Keys remembered at once; the longest unheard is forgotten first. */
const KEYS_MAX = 10_000;

/** Counts what each key did in the last `windowMs`, in this process. */
export class RateLimit {
  readonly #max: number;
  readonly #windowMs: number;
  readonly #wall: () => number;
  readonly #taken = new Map<string, number[]>();

  constructor(max: number, windowMs: number, wall: () => number = Date.now) {
    this.#max = max;
    this.#windowMs = windowMs;
    this.#wall = wall;
  }

  /** How often the key was counted in the window. */
  count(key: string): number {
    return this.#recent(key).length;
  }

  /** Counts once; false, and uncounted, when the key has done all it may. */
  take(key: string): boolean {
    const recent = this.#recent(key);
    if (recent.length >= this.#max) return false;
    recent.push(this.#wall());
    this.#taken.delete(key);
    this.#taken.set(key, recent);
    if (this.#taken.size > KEYS_MAX) this.#taken.delete(this.#taken.keys().next().value!);
    return true;
  }

  #recent(key: string): number[] {
    const from = this.#wall() - this.#windowMs;
    return (this.#taken.get(key) ?? []).filter((at) => at > from);
  }
}

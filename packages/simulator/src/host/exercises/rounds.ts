/** Calls `work` after it was asked for: at once, but at most once every `paceMs`. */
export class Rounds {
  readonly #work: () => void;
  readonly #paceMs: number;
  #timer: NodeJS.Timeout | null = null;
  #asked = false;
  #closed = false;

  constructor(work: () => void, paceMs: number) {
    this.#work = work;
    this.#paceMs = paceMs;
  }

  ask(): void {
    if (this.#closed || this.#asked) return;
    this.#asked = true;
    if (!this.#timer) this.#arm(0);
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #arm(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (!this.#asked) return;
      this.#asked = false;
      this.#arm(this.#paceMs);
      this.#work();
    }, ms);
    this.#timer.unref();
  }
}

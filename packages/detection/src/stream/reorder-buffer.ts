/** Something that happened at a time, in epoch milliseconds, as the `ordinal`-th to arrive. */
export type Timed = { timeMs: number; ordinal: number };

/**
 * Puts what arrives out of order back into order of (time, arrival), as far as `lateMs` allow: what is
 * older than the latest time seen by more than that is late. Holds at most `pendingMax`; when more come,
 * the oldest goes on early, and what is older than it is late from then on.
 */
export class ReorderBuffer<T extends Timed> {
  readonly #lateMs: number;
  readonly #pendingMax: number;
  /** A heap, the first in order on top. */
  #heap: T[] = [];
  #latestMs = -Infinity;
  #releasedMs = -Infinity;

  constructor(lateMs: number, pendingMax: number) {
    this.#lateMs = lateMs;
    this.#pendingMax = pendingMax;
  }

  /** Hears of an event's time; false when it is late. */
  accepts(timeMs: number): boolean {
    if (timeMs > this.#latestMs) this.#latestMs = timeMs;
    return timeMs >= this.#latestMs - this.#lateMs && timeMs >= this.#releasedMs;
  }

  /** Takes in what was accepted. */
  add(item: T): void {
    const heap = this.#heap;
    let at = heap.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!precedes(item, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = item;
  }

  /** The next in order that nothing can come before any more, or null. */
  next(): T | null {
    const first = this.#heap[0];
    if (first === undefined) return null;
    const due = first.timeMs <= this.#latestMs - this.#lateMs;
    return due || this.#heap.length > this.#pendingMax ? this.#take() : null;
  }

  /** The next in order, whatever may come. */
  force(): T | null {
    return this.#heap.length === 0 ? null : this.#take();
  }

  snapshot(): unknown {
    const finite = (timeMs: number) => (Number.isFinite(timeMs) ? timeMs : null);
    return {
      heap: this.#heap,
      latestMs: finite(this.#latestMs),
      releasedMs: finite(this.#releasedMs),
    };
  }

  restore(saved: unknown): void {
    const { heap, latestMs, releasedMs } = saved as {
      heap: T[];
      latestMs: number | null;
      releasedMs: number | null;
    };
    this.#heap = [...heap];
    this.#latestMs = latestMs ?? -Infinity;
    this.#releasedMs = releasedMs ?? -Infinity;
  }

  #take(): T {
    const heap = this.#heap;
    const first = heap[0]!;
    const last = heap.pop()!;
    this.#releasedMs = first.timeMs;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && precedes(heap[child + 1]!, heap[child]!)) child++;
      if (!precedes(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

function precedes(a: Timed, b: Timed): boolean {
  return a.timeMs < b.timeMs || (a.timeMs === b.timeMs && a.ordinal < b.ordinal);
}

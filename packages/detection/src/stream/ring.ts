const FIRST_CAPACITY = 4;

/** The entries of one group's window, oldest first: time, mark and, where asked for, a number. */
export class Ring {
  size = 0;
  /** How many entries have mark 1. */
  marked = 0;
  #head = 0;
  #times = new Float64Array(FIRST_CAPACITY);
  #marks = new Uint8Array(FIRST_CAPACITY);
  #values: Float64Array | null;

  readonly withValues: boolean;

  constructor(withValues: boolean) {
    this.withValues = withValues;
    this.#values = withValues ? new Float64Array(FIRST_CAPACITY) : null;
  }

  /** Time of the oldest entry, in epoch milliseconds; NaN when there is none. */
  get firstMs(): number {
    return this.size === 0 ? Number.NaN : this.#times[this.#head]!;
  }

  /** Number of the oldest entry. */
  get firstValue(): number {
    return this.#values === null ? 0 : this.#values[this.#head]!;
  }

  push(timeMs: number, value: number, mark: number): void {
    const capacity = this.#times.length;
    if (this.size === capacity) this.#resize(capacity * 2);
    const at = (this.#head + this.size) & (this.#times.length - 1);
    this.#times[at] = timeMs;
    this.#marks[at] = mark;
    if (this.#values !== null) this.#values[at] = value;
    this.size++;
    this.marked += mark;
  }

  /** Drops the oldest entry. */
  shift(): void {
    this.marked -= this.#marks[this.#head]!;
    this.#head = (this.#head + 1) & (this.#times.length - 1);
    this.size--;
    const capacity = this.#times.length;
    if (capacity > 64 && this.size < capacity / 8) this.#resize(capacity / 4);
  }

  /** `[time, mark, value]` of all entries, oldest first. */
  *entries(): Generator<[number, number, number]> {
    for (let i = 0; i < this.size; i++) {
      const at = (this.#head + i) & (this.#times.length - 1);
      yield [this.#times[at]!, this.#marks[at]!, this.#values?.[at] ?? 0];
    }
  }

  #resize(capacity: number): void {
    const order = (from: Float64Array | Uint8Array, to: Float64Array | Uint8Array) => {
      const end = Math.min(this.#head + this.size, from.length);
      to.set(from.subarray(this.#head, end));
      const rest = this.size - (end - this.#head);
      if (rest > 0) to.set(from.subarray(0, rest), end - this.#head);
    };
    const times = new Float64Array(capacity);
    const marks = new Uint8Array(capacity);
    order(this.#times, times);
    order(this.#marks, marks);
    if (this.#values !== null) {
      const values = new Float64Array(capacity);
      order(this.#values, values);
      this.#values = values;
    }
    this.#times = times;
    this.#marks = marks;
    this.#head = 0;
  }
}

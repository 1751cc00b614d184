const FIRST_CAPACITY = 4;

/**
 * Which different values a window holds: of each only when it was last there, so that a flood of one
 * value pushes no other out. Entries that a later one of the same value replaces are stale, and go
 * when they are older than the window or outnumber the others.
 */
export class DistinctValues {
  #ids = new Map<string | number, number>();
  #values: (string | number)[] = [];
  /** Per value: the number of its latest entry. */
  #latest: number[] = [];
  #free: number[] = [];
  /** Entries, oldest first, numbered from `#first`. */
  #times = new Float64Array(FIRST_CAPACITY);
  #owners = new Int32Array(FIRST_CAPACITY);
  #head = 0;
  #length = 0;
  #first = 0;

  get size(): number {
    return this.#ids.size;
  }

  add(value: string | number, timeMs: number): void {
    let id = this.#ids.get(value);
    if (id === undefined) {
      id = this.#free.pop() ?? this.#values.length;
      this.#values[id] = value;
      this.#ids.set(value, id);
    } else if (this.#latest[id] === this.#first + this.#length - 1) {
      this.#times[(this.#head + this.#length - 1) & (this.#times.length - 1)] = timeMs;
      return;
    }
    if (this.#length === this.#times.length) this.#rebuild();
    const at = (this.#head + this.#length) & (this.#times.length - 1);
    this.#times[at] = timeMs;
    this.#owners[at] = id;
    this.#latest[id] = this.#first + this.#length;
    this.#length++;
  }

  /** Forgets values last there at `limitMs` or before. */
  expire(limitMs: number): void {
    while (this.#length > 0 && this.#times[this.#head]! <= limitMs) this.#shift();
  }

  /** Forgets the value unseen longest. */
  dropOldest(): void {
    const before = this.#ids.size;
    while (this.#length > 0 && this.#ids.size === before) this.#shift();
  }

  /** `[value, when it was last there]`, in order of time. */
  *entries(): Generator<[string | number, number]> {
    for (let i = 0; i < this.#length; i++) {
      const at = (this.#head + i) & (this.#times.length - 1);
      const id = this.#owners[at]!;
      if (this.#latest[id] === this.#first + i) yield [this.#values[id]!, this.#times[at]!];
    }
  }

  #shift(): void {
    const id = this.#owners[this.#head]!;
    if (this.#latest[id] === this.#first) {
      this.#ids.delete(this.#values[id]!);
      this.#values[id] = '';
      this.#latest[id] = -1;
      this.#free.push(id);
    }
    this.#head = (this.#head + 1) & (this.#times.length - 1);
    this.#first++;
    this.#length--;
  }

  /** Leaves stale entries behind, with room for as many again. */
  #rebuild(): void {
    const live = this.#ids.size;
    let capacity = FIRST_CAPACITY;
    while (capacity < live * 2 + 1) capacity *= 2;
    const times = new Float64Array(capacity);
    const owners = new Int32Array(capacity);
    let length = 0;
    for (let i = 0; i < this.#length; i++) {
      const at = (this.#head + i) & (this.#times.length - 1);
      const id = this.#owners[at]!;
      if (this.#latest[id] !== this.#first + i) continue;
      times[length] = this.#times[at]!;
      owners[length] = id;
      this.#latest[id] = length;
      length++;
    }
    this.#times = times;
    this.#owners = owners;
    this.#head = 0;
    this.#first = 0;
    this.#length = length;
  }
}

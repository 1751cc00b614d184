const EMPTY = -1;
const FIRST_CAPACITY = 1 << 12;

/** How often keys are there: non-negative integers up to 2^53 in an open table. */
export class KeyCounts {
  #keys = new Float64Array(FIRST_CAPACITY).fill(EMPTY);
  #counts = new Uint32Array(FIRST_CAPACITY);
  #flags = new Uint8Array(FIRST_CAPACITY);
  #used = 0;

  /** Makes room for `more` keys that may all be new. Slots from before are void afterwards. */
  reserve(more: number): void {
    if ((this.#used + more) * 2 <= this.#keys.length) return;
    let living = 0;
    for (const count of this.#counts) if (count > 0) living++;
    let capacity = FIRST_CAPACITY;
    while (capacity < (living + more) * 2) capacity *= 2;
    const [keys, counts, flags] = [this.#keys, this.#counts, this.#flags];
    this.#keys = new Float64Array(capacity).fill(EMPTY);
    this.#counts = new Uint32Array(capacity);
    this.#flags = new Uint8Array(capacity);
    this.#used = 0;
    for (let i = 0; i < keys.length; i++) {
      if (counts[i] === 0) continue;
      const slot = this.slot(keys[i]!);
      this.#counts[slot] = counts[i]!;
      this.#flags[slot] = flags[i]!;
    }
  }

  /** Where a key is, or goes; there must be room. */
  slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = Math.imul((key | 0) ^ Math.imul((key / 0x100000000) | 0, 0x85ebca6b), 0x9e3779b1);
    slot = (slot ^ (slot >>> 15)) & mask;
    for (let at = this.#keys[slot]!; at !== key; at = this.#keys[slot]!) {
      if (at === EMPTY) {
        this.#keys[slot] = key;
        this.#used++;
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Counts one more at a slot; returns how many there are now. */
  add(slot: number): number {
    return ++this.#counts[slot]!;
  }

  /** Counts one less; returns how many are left. */
  remove(slot: number): number {
    return --this.#counts[slot]!;
  }

  clear(): void {
    this.#keys = new Float64Array(FIRST_CAPACITY).fill(EMPTY);
    this.#counts = new Uint32Array(FIRST_CAPACITY);
    this.#flags = new Uint8Array(FIRST_CAPACITY);
    this.#used = 0;
  }

  flag(slot: number): boolean {
    return this.#flags[slot] === 1;
  }

  setFlag(slot: number, on: boolean): void {
    this.#flags[slot] = on ? 1 : 0;
  }
}

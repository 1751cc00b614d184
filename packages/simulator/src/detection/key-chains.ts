const EMPTY = -1;
const FIRST_CAPACITY = 1 << 12;

/**
 * Keys (non-negative integers up to 2^53) in an open table: of each the number of its newest entry,
 * through which the others are found, and how many more must come before it is worth a look.
 */
export class KeyChains {
  readonly #patience: number;
  #keys = new Float64Array(FIRST_CAPACITY).fill(EMPTY);
  #newest = new Float64Array(FIRST_CAPACITY);
  #waits = new Uint32Array(FIRST_CAPACITY);
  #used = 0;

  /** `patience`: entries that a new key waits for. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** Makes room for `more` keys that may all be new; those without an entry from `oldest` on go. Slots from before are void afterwards. */
  reserve(more: number, oldest: number): void {
    if ((this.#used + more) * 2 <= this.#keys.length) return;
    const [keys, newest, waits] = [this.#keys, this.#newest, this.#waits];
    let living = 0;
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] !== EMPTY && newest[i]! >= oldest) living++;
    }
    let capacity = FIRST_CAPACITY;
    while (capacity < (living + more) * 2) capacity *= 2;
    this.#keys = new Float64Array(capacity).fill(EMPTY);
    this.#newest = new Float64Array(capacity);
    this.#waits = new Uint32Array(capacity);
    this.#used = 0;
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === EMPTY || newest[i]! < oldest) continue;
      const slot = this.slot(keys[i]!);
      this.#newest[slot] = newest[i]!;
      this.#waits[slot] = waits[i]!;
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
        this.#newest[slot] = EMPTY;
        this.#waits[slot] = this.#patience;
        this.#used++;
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  newest(slot: number): number {
    return this.#newest[slot]!;
  }

  /** Puts an entry at the end of a key's chain; returns how far back the one before it is, 0 when that is before `oldest`. */
  append(slot: number, entry: number, oldest: number): number {
    const before = this.#newest[slot]!;
    this.#newest[slot] = entry;
    return before < oldest ? 0 : entry - before;
  }

  /** One entry less to wait for; returns how many are left, and -1 for a key that waits for none. */
  wait(slot: number): number {
    const left = this.#waits[slot]!;
    if (left === 0) return -1;
    this.#waits[slot] = left - 1;
    return left - 1;
  }

  /** How many more entries to wait for; 0: none, every one counts from now on. */
  setWait(slot: number, entries: number): void {
    this.#waits[slot] = entries;
  }

  clear(): void {
    this.#keys = new Float64Array(FIRST_CAPACITY).fill(EMPTY);
    this.#newest = new Float64Array(FIRST_CAPACITY);
    this.#waits = new Uint32Array(FIRST_CAPACITY);
    this.#used = 0;
  }
}

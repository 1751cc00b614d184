/**
 * An open-addressing table from a pair of uint32 to a slot, for tens of millions of keys. Columns are
 * typed arrays the caller makes with `column`; a slot never moves.
 */
export class HashTable {
  #high;
  #low;
  #used;
  #mask;
  size = 0;

  /** Room for `expected` keys, at most 70 % full. */
  constructor(expected) {
    let slots = 1024;
    while (slots * 0.7 < expected) slots *= 2;
    this.#high = new Uint32Array(slots);
    this.#low = new Uint32Array(slots);
    this.#used = new Uint8Array(slots);
    this.#mask = slots - 1;
  }

  get slots() {
    return this.#used.length;
  }

  used(slot) {
    return this.#used[slot] === 1;
  }

  high(slot) {
    return this.#high[slot];
  }

  /** Slot of a key; makes one when it is new. `fresh` tells which it was. */
  slot(high, low) {
    let h = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d) ^ Math.imul(low ^ (low >>> 13), 0x297a2d39);
    h ^= h >>> 16;
    let i = h & this.#mask;
    while (this.#used[i] === 1) {
      if (this.#high[i] === high && this.#low[i] === low) {
        this.fresh = false;
        return i;
      }
      i = (i + 1) & this.#mask;
    }
    if (this.size > this.#mask * 0.9) throw new Error('the table is full: expect more keys');
    this.#used[i] = 1;
    this.#high[i] = high;
    this.#low[i] = low;
    this.size++;
    this.fresh = true;
    return i;
  }

  fresh = false;
}

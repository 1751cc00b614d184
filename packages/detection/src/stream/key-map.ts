const FIRST_CAPACITY = 64;
const EMPTY = -1;

/**
 * From keys to small numbers from 0, as a Map but quicker for whole numbers: a table with linear
 * probing, at most half full. Texts and other numbers are kept in a Map.
 */
export class KeyMap {
  #others = new Map<string | number, number>();
  #keys = new Float64Array(FIRST_CAPACITY);
  #values = new Int32Array(FIRST_CAPACITY).fill(EMPTY);
  #whole = 0;

  get size(): number {
    return this.#whole + this.#others.size;
  }

  /** The number of a key, -1 when there is none. */
  get(key: string | number): number {
    if (!isWhole(key)) return this.#others.get(key) ?? EMPTY;
    return this.#values[this.#placeOf(key)]!;
  }

  set(key: string | number, value: number): void {
    if (!isWhole(key)) {
      this.#others.set(key, value);
      return;
    }
    if (this.#whole * 2 >= this.#keys.length) this.#resize(this.#keys.length * 2);
    const place = this.#placeOf(key);
    if (this.#values[place] === EMPTY) this.#whole++;
    this.#keys[place] = key;
    this.#values[place] = value;
  }

  delete(key: string | number): void {
    if (!isWhole(key)) {
      this.#others.delete(key);
      return;
    }
    const mask = this.#keys.length - 1;
    let gap = this.#placeOf(key);
    if (this.#values[gap] === EMPTY) return;
    this.#whole--;
    // Later keys that could stand in the gap move up, so that no search ends too early.
    for (let at = (gap + 1) & mask; this.#values[at] !== EMPTY; at = (at + 1) & mask) {
      const home = hash(this.#keys[at]!) & mask;
      if (((at - home) & mask) < ((at - gap) & mask)) continue;
      this.#keys[gap] = this.#keys[at]!;
      this.#values[gap] = this.#values[at]!;
      gap = at;
    }
    this.#values[gap] = EMPTY;
  }

  #placeOf(key: number): number {
    const mask = this.#keys.length - 1;
    let at = hash(key) & mask;
    while (this.#values[at] !== EMPTY && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #resize(capacity: number): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(capacity);
    this.#values = new Int32Array(capacity).fill(EMPTY);
    for (const [i, value] of values.entries()) {
      if (value === EMPTY) continue;
      const place = this.#placeOf(keys[i]!);
      this.#keys[place] = keys[i]!;
      this.#values[place] = value;
    }
  }
}

function isWhole(key: string | number): key is number {
  return typeof key === 'number' && Number.isSafeInteger(key);
}

function hash(key: number): number {
  let h = Math.imul((key | 0) ^ Math.imul((key / 0x1_0000_0000) | 0, 0x9e37_79b1), 0x85eb_ca6b);
  h = Math.imul(h ^ (h >>> 15), 0xc2b2_ae35);
  return h ^ (h >>> 16);
}

const BLOCK = 512;

type Block = { values: Float64Array; size: number };

/** Numbers in order, with quick places: blocks of at most 512, so that joining and leaving move little. */
export class SortedValues {
  size = 0;
  #blocks: Block[] = [];

  add(value: number): void {
    this.size++;
    if (this.#blocks.length === 0) this.#blocks.push({ values: new Float64Array(8), size: 0 });
    const place = Math.min(this.#blockOf(value), this.#blocks.length - 1);
    const block = this.#blocks[place]!;
    const at = lowerBound(block, value);
    if (block.size === block.values.length) grow(block);
    block.values.copyWithin(at + 1, at, block.size);
    block.values[at] = value;
    block.size++;
    if (block.size < BLOCK) return;
    const half = block.size >> 1;
    const upper = { values: new Float64Array(BLOCK), size: block.size - half };
    upper.values.set(block.values.subarray(half, block.size));
    block.size = half;
    this.#blocks.splice(place + 1, 0, upper);
  }

  /** Takes one occurrence of the number out; it must be there. */
  remove(value: number): void {
    const place = this.#blockOf(value);
    const block = this.#blocks[place]!;
    const at = lowerBound(block, value);
    block.values.copyWithin(at, at + 1, block.size);
    block.size--;
    this.size--;
    if (block.size === 0) this.#blocks.splice(place, 1);
  }

  /** How many are less than the number. */
  below(value: number): number {
    const place = this.#blockOf(value);
    let count = 0;
    for (let i = 0; i < place; i++) count += this.#blocks[i]!.size;
    const block = this.#blocks[place];
    return block === undefined ? count : count + lowerBound(block, value);
  }

  /** The one in the middle, or the mean of the two there. At least one must be there. */
  get median(): number {
    const upper = this.#at(this.size >> 1);
    return this.size % 2 === 1 ? upper : (this.#at((this.size >> 1) - 1) + upper) / 2;
  }

  #at(place: number): number {
    let rest = place;
    for (const block of this.#blocks) {
      if (rest < block.size) return block.values[rest]!;
      rest -= block.size;
    }
    return Number.NaN;
  }

  /** The first block whose greatest is not less than the number. */
  #blockOf(value: number): number {
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const block = this.#blocks[middle]!;
      if (block.values[block.size - 1]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function lowerBound(block: Block, value: number): number {
  let low = 0;
  let high = block.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (block.values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function grow(block: Block): void {
  const values = new Float64Array(Math.min(BLOCK, block.values.length * 2));
  values.set(block.values);
  block.values = values;
}

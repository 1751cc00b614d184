const FIRST_CAPACITY = 64;
/** Per group: how many entries, how many marked, places of its first and last entry. */
const SIZE = 0;
const MARKED = 1;
const FIRST = 2;
const LAST = 3;
const STRIDE = 4;
/** Owner of an entry whose group no longer has it. */
const NONE = -1;

/**
 * The entries of all groups' windows in one ring, in order of time, which is also the order within each
 * group. As all windows are equally long, entries leave at the front. Groups are numbers, handed out by
 * `open` and free again once `drop` or `shift` took their last entry.
 */
export class EntryLog {
  /** Entries that a group has. */
  live = 0;
  #head = 0;
  /** Entries in the ring, with those that no group has any more. */
  #length = 0;
  #times = new Float64Array(FIRST_CAPACITY);
  #owners = new Int32Array(FIRST_CAPACITY);
  #nexts = new Int32Array(FIRST_CAPACITY);
  #marks = new Uint8Array(FIRST_CAPACITY);
  #values: Float64Array | null;
  #groups = new Int32Array(FIRST_CAPACITY * STRIDE);
  #opened = 0;
  #free: number[] = [];
  /** Entries from the front that are known not to be the last of a group. */
  #passed = 0;

  constructor(withValues: boolean) {
    this.#values = withValues ? new Float64Array(FIRST_CAPACITY) : null;
  }

  /** A new group without entries; push one before anything else. */
  open(): number {
    const group = this.#free.pop() ?? this.#opened++;
    const at = group * STRIDE;
    if (at >= this.#groups.length) this.#groups = doubled(this.#groups);
    this.#groups[at + SIZE] = 0;
    this.#groups[at + MARKED] = 0;
    return group;
  }

  size(group: number): number {
    return this.#groups[group * STRIDE + SIZE]!;
  }

  marked(group: number): number {
    return this.#groups[group * STRIDE + MARKED]!;
  }

  /** Time of the group's oldest entry, in epoch milliseconds. */
  firstMs(group: number): number {
    return this.#times[this.#groups[group * STRIDE + FIRST]!]!;
  }

  /** Time at the front of the ring, NaN when it is empty. */
  get frontMs(): number {
    return this.#length === 0 ? Number.NaN : this.#times[this.#head]!;
  }

  /** Number at the front of the ring. */
  get frontValue(): number {
    return this.#values === null ? 0 : this.#values[this.#head]!;
  }

  push(group: number, timeMs: number, value: number, mark: number): void {
    if (this.#length === this.#times.length) this.#rebuild();
    const place = (this.#head + this.#length) & (this.#times.length - 1);
    this.#times[place] = timeMs;
    this.#owners[place] = group;
    this.#marks[place] = mark;
    if (this.#values !== null) this.#values[place] = value;
    this.#length++;
    this.live++;
    this.#append(group, place, mark);
  }

  /** Takes the entry at the front out; gives its group, or -1 when none has it. */
  shift(): number {
    const place = this.#head;
    const group = this.#owners[place]!;
    this.#head = (place + 1) & (this.#times.length - 1);
    this.#length--;
    if (this.#passed > 0) this.#passed--;
    if (group !== NONE) this.#unhook(group, place);
    return group;
  }

  /** Takes the group's oldest entry out; gives its number. */
  shiftOf(group: number): number {
    const place = this.#groups[group * STRIDE + FIRST]!;
    this.#owners[place] = NONE;
    this.#unhook(group, place);
    return this.#values === null ? 0 : this.#values[place]!;
  }

  /** Takes all the group's entries out. */
  drop(group: number): void {
    while (this.size(group) > 0) this.shiftOf(group);
  }

  /** The group unseen longest. There must be one. */
  get unseenLongest(): number {
    for (; ; this.#passed++) {
      const place = (this.#head + this.#passed) & (this.#times.length - 1);
      const group = this.#owners[place]!;
      if (group !== NONE && this.#groups[group * STRIDE + LAST] === place) return group;
    }
  }

  /** `[group, time, mark, number]` of all entries in order. */
  *entries(): Generator<[number, number, number, number]> {
    for (let i = 0; i < this.#length; i++) {
      const place = (this.#head + i) & (this.#times.length - 1);
      const group = this.#owners[place]!;
      if (group === NONE) continue;
      yield [group, this.#times[place]!, this.#marks[place]!, this.#values?.[place] ?? 0];
    }
  }

  #append(group: number, place: number, mark: number): void {
    const at = group * STRIDE;
    const groups = this.#groups;
    if (groups[at + SIZE] === 0) groups[at + FIRST] = place;
    else this.#nexts[groups[at + LAST]!] = place;
    groups[at + LAST] = place;
    groups[at + SIZE]!++;
    groups[at + MARKED]! += mark;
  }

  /** Takes the group's first entry from it. */
  #unhook(group: number, place: number): void {
    const at = group * STRIDE;
    const groups = this.#groups;
    groups[at + FIRST] = this.#nexts[place]!;
    groups[at + MARKED]! -= this.#marks[place]!;
    this.live--;
    if (--groups[at + SIZE]! === 0) this.#free.push(group);
  }

  /** Lays the entries anew from the start, those of no group left out, with room for as many again. */
  #rebuild(): void {
    const { times, owners, marks, values, head, length } = this.#storage();
    let capacity = FIRST_CAPACITY;
    while (capacity < this.live * 2) capacity *= 2;
    this.#times = new Float64Array(capacity);
    this.#owners = new Int32Array(capacity);
    this.#nexts = new Int32Array(capacity);
    this.#marks = new Uint8Array(capacity);
    if (values !== null) this.#values = new Float64Array(capacity);
    this.#head = 0;
    this.#length = 0;
    this.#passed = 0;
    this.live = 0;
    for (let group = 0; group < this.#opened; group++) {
      this.#groups[group * STRIDE + SIZE] = 0;
      this.#groups[group * STRIDE + MARKED] = 0;
    }
    for (let i = 0; i < length; i++) {
      const place = (head + i) & (times.length - 1);
      const group = owners[place]!;
      if (group !== NONE) this.push(group, times[place]!, values?.[place] ?? 0, marks[place]!);
    }
  }

  #storage() {
    return {
      times: this.#times,
      owners: this.#owners,
      marks: this.#marks,
      values: this.#values,
      head: this.#head,
      length: this.#length,
    };
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

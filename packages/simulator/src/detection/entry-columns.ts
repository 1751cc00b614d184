const FIRST_CAPACITY = 1024;

/** Entries of a span of time in columns, in order of arrival. NaN is no value. */
export class EntryColumns {
  length = 0;
  /** Number of the first entry among all that ever came. */
  base = 0;
  firstMs = Infinity;
  lastMs = -Infinity;
  times: Float64Array;
  keys: Float64Array;
  values: Float64Array;
  members: Uint8Array;
  marks: Uint8Array;
  records: Uint32Array;
  /** How many entries back the one before it of the same key is; 0: there is none. */
  backs: Uint32Array;

  constructor(capacity = FIRST_CAPACITY) {
    this.times = new Float64Array(capacity);
    this.keys = new Float64Array(capacity);
    this.values = new Float64Array(capacity);
    this.members = new Uint8Array(capacity);
    this.marks = new Uint8Array(capacity);
    this.records = new Uint32Array(capacity);
    this.backs = new Uint32Array(capacity);
  }

  add(
    member: number,
    timeMs: number,
    key: number,
    value: number,
    mark: number,
    record: number,
  ): void {
    if (this.length === this.times.length) this.#resize(Math.max(FIRST_CAPACITY, this.length * 2));
    const i = this.length++;
    this.times[i] = timeMs;
    this.keys[i] = key;
    this.values[i] = value;
    this.members[i] = member;
    this.marks[i] = mark;
    this.records[i] = record;
    if (timeMs < this.firstMs) this.firstMs = timeMs;
    if (timeMs > this.lastMs) this.lastMs = timeMs;
  }

  /** Adds all entries of another, whose numbers follow. */
  append(others: EntryColumns): void {
    const [at, length] = [this.length, this.length + others.length];
    if (length > this.times.length) this.#resize(Math.max(length, this.times.length * 2));
    for (const column of COLUMNS) this[column].set(others[column].subarray(0, others.length), at);
    this.length = length;
    this.firstMs = Math.min(this.firstMs, others.firstMs);
    this.lastMs = Math.max(this.lastMs, others.lastMs);
  }

  clear(): void {
    this.length = 0;
    this.firstMs = Infinity;
    this.lastMs = -Infinity;
  }

  #resize(size: number): void {
    const wider = <T extends Float64Array | Uint8Array | Uint32Array>(old: T): T => {
      const next = new (old.constructor as new (n: number) => T)(size);
      next.set(old.subarray(0, this.length));
      return next;
    };
    this.times = wider(this.times);
    this.keys = wider(this.keys);
    this.values = wider(this.values);
    this.members = wider(this.members);
    this.marks = wider(this.marks);
    this.records = wider(this.records);
    this.backs = wider(this.backs);
  }

  /** The same entries without room to spare. */
  packed(): EntryColumns {
    const copy = new EntryColumns(this.length);
    copy.base = this.base;
    copy.append(this);
    return copy;
  }

  /** Places of entries in order of time, then of arrival. */
  inOrder(places: readonly number[]): number[] {
    const { times } = this;
    return [...places].sort((a, b) => times[a]! - times[b]! || a - b);
  }
}

const COLUMNS = ['times', 'keys', 'values', 'members', 'marks', 'records', 'backs'] as const;

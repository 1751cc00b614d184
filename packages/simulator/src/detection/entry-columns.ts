/** Entries of a span of time in columns, in order of arrival. NaN is no value. */
export class EntryColumns {
  length = 0;
  times = new Float64Array(1024);
  keys = new Float64Array(1024);
  values = new Float64Array(1024);
  members = new Uint8Array(1024);
  marks = new Uint8Array(1024);
  records = new Uint32Array(1024);

  add(
    member: number,
    timeMs: number,
    key: number,
    value: number,
    mark: number,
    record: number,
  ): void {
    if (this.length === this.times.length) this.#grow();
    const i = this.length++;
    this.times[i] = timeMs;
    this.keys[i] = key;
    this.values[i] = value;
    this.members[i] = member;
    this.marks[i] = mark;
    this.records[i] = record;
  }

  #grow(): void {
    const size = this.times.length * 2;
    const wider = <T extends Float64Array | Uint8Array | Uint32Array>(old: T): T => {
      const next = new (old.constructor as new (n: number) => T)(size);
      next.set(old);
      return next;
    };
    this.times = wider(this.times);
    this.keys = wider(this.keys);
    this.values = wider(this.values);
    this.members = wider(this.members);
    this.marks = wider(this.marks);
    this.records = wider(this.records);
  }

  /** The same entries without room to spare. */
  packed(): EntryColumns {
    const copy = new EntryColumns();
    copy.length = this.length;
    copy.times = this.times.slice(0, this.length);
    copy.keys = this.keys.slice(0, this.length);
    copy.values = this.values.slice(0, this.length);
    copy.members = this.members.slice(0, this.length);
    copy.marks = this.marks.slice(0, this.length);
    copy.records = this.records.slice(0, this.length);
    return copy;
  }

  /** Places of entries in order of time, then of arrival. */
  inOrder(places: readonly number[]): number[] {
    const { times } = this;
    return [...places].sort((a, b) => times[a]! - times[b]! || a - b);
  }
}

import type { RecordSet } from './record-set.ts';
import type { Rows } from './row-pool.ts';
import type { KeyMaker, ValueMaker } from './keys.ts';

/** Rows up to this number are sorted as plain numbers, together with their times. */
const PACKED_ROWS = 2 ** 24;

/** What waits to be looked at by one detection: matching records of its members, put in order of time. */
export class Inbox {
  readonly #times: number[] = [];
  readonly #keys: (string | number)[] = [];
  readonly #values: (string | number | null)[] = [];
  readonly #members: number[] = [];
  readonly #marks: number[] = [];

  get length(): number {
    return this.#times.length;
  }

  add(
    member: number,
    timeMs: number,
    key: string | number,
    value: string | number | null,
    mark: number,
  ): void {
    this.#times.push(timeMs);
    this.#keys.push(key);
    this.#values.push(value);
    this.#members.push(member);
    this.#marks.push(mark);
  }

  /** Takes the matching records (the first `count` of `rows`) of a span. Records without a key are nobody's. */
  take(
    member: number,
    records: RecordSet,
    { rows, count, span }: { rows: Rows; count: number; span: { fromMs: number; toMs: number } },
    makers: { key: KeyMaker; value: ValueMaker | null },
  ): void {
    const keyOf = makers.key.of(records);
    const valueOf = makers.value?.(records) ?? null;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const time = records.time(row);
      if (time < span.fromMs || time >= span.toMs) continue;
      const key = keyOf(row);
      if (key === null) continue;
      this.add(member, time, key, valueOf ? valueOf(row) : null, records.attack(row) ? 1 : 0);
    }
  }

  /** Hands everything on in order of time, then of arrival, and is empty. */
  drain(
    handle: (
      member: number,
      timeMs: number,
      key: string | number,
      value: string | number | null,
      mark: number,
    ) => void,
  ): void {
    for (const i of this.#order()) {
      handle(this.#members[i]!, this.#times[i]!, this.#keys[i]!, this.#values[i]!, this.#marks[i]!);
    }
    for (const column of [this.#times, this.#keys, this.#values, this.#members, this.#marks])
      column.length = 0;
  }

  #order(): Iterable<number> {
    const times = this.#times;
    if (times.length >= PACKED_ROWS)
      return times.map((_, i) => i).sort((a, b) => times[a]! - times[b]! || a - b);
    let first = Infinity;
    for (const time of times) first = Math.min(first, time);
    const packed = Float64Array.from(times, (time, i) => (time - first) * PACKED_ROWS + i).sort();
    for (let i = 0; i < packed.length; i++) packed[i] = packed[i]! % PACKED_ROWS;
    return packed;
  }
}

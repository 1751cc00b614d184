import type { KeyMaker, ValueMaker } from './keys.ts';
import type { RecordSet } from './record-set.ts';
import type { Rows } from './row-pool.ts';

/** Entries up to this number are sorted as plain numbers, together with their times. */
const PACKED_ENTRIES = 2 ** 24;

/** A matching record, or a moment of another correlation, as one detection looks at it. */
export type Entry = {
  /** Place in the detection's members. */
  member: number;
  timeMs: number;
  key: string | number;
  value: string | number | null;
  mark: number;
  /** The record it comes from; entries of one record are one event. */
  record: number;
};

/** What waits to be looked at by one detection, to be put in order of time. */
export class Inbox {
  readonly #entries: Entry[] = [];

  add(entry: Entry): void {
    this.#entries.push(entry);
  }

  /** Takes the matching records (the first `count` of `rows`) of a span. Records without a key, or without the value that is asked for, are nobody's. */
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
      const timeMs = records.time(row);
      if (timeMs < span.fromMs || timeMs >= span.toMs) continue;
      const key = keyOf(row);
      const value = valueOf ? valueOf(row) : null;
      if (key === null || (valueOf && value === null)) continue;
      const mark = records.attack(row) ? 1 : 0;
      this.#entries.push({ member, timeMs, key, value, mark, record: records.base + row });
    }
  }

  /** Hands on, in order of time and then of arrival, the entries of one event at a time, the last member first; is empty then. */
  drain(handle: (event: readonly Entry[]) => void): void {
    const entries = this.#inOrder();
    for (let from = 0, to = 1; from < entries.length; from = to++) {
      const { record } = entries[from]!;
      while (to < entries.length && entries[to]!.record === record) to++;
      handle(entries.slice(from, to));
    }
    this.#entries.length = 0;
  }

  #inOrder(): Entry[] {
    const entries = this.#entries;
    const several = entries.some((entry) => entry.member > 0);
    if (several || entries.length >= PACKED_ENTRIES) {
      return entries.toSorted(
        (a, b) => a.timeMs - b.timeMs || a.record - b.record || b.member - a.member,
      );
    }
    let first = Infinity;
    for (const { timeMs } of entries) first = Math.min(first, timeMs);
    const packed = Float64Array.from(
      entries,
      ({ timeMs }, i) => (timeMs - first) * PACKED_ENTRIES + i,
    ).sort();
    return Array.from(packed, (place) => entries[place % PACKED_ENTRIES]!);
  }
}

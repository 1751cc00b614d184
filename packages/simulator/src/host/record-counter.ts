import { invariant } from '@dwell/core';
import { TABLE_CLASSES, type SegmentInfo } from '@dwell/telemetry';
import type { DayFrame } from '../world/day-frame.ts';
import { Expander } from '../world/emit/expand.ts';
import type { RecordSink } from '../world/emit/sink.ts';
import type { WorldInput } from '../world/world.ts';

/** Takes a run's days and makes their records. */
export type RecordMaker = {
  day(frame: DayFrame): Promise<void>;
  finish(): Promise<readonly SegmentInfo[]>;
  cancel(): Promise<void>;
  check?(counted: { readonly [classUid: string]: number }): void;
  readonly memoryMb: number;
  readonly generateMs: number;
};

/** Makes every record and keeps none: for runs without a folder, where only the count matters. */
export class RecordCounter implements RecordMaker {
  readonly memoryMb = 0;
  readonly generateMs = 0;
  readonly #expander: Expander;
  readonly #fromDay: number;
  readonly #toDay: number;
  readonly #counts: Record<string, number> = {};

  constructor(input: WorldInput, fromDay: number, toDay: number) {
    this.#expander = new Expander(input);
    this.#fromDay = fromDay;
    this.#toDay = toDay;
  }

  day(frame: DayFrame): Promise<void> {
    if (frame.day >= this.#fromDay && frame.day < this.#toDay) this.#expander.day(frame, this.#sink);
    return Promise.resolve();
  }

  finish(): Promise<readonly SegmentInfo[]> {
    return Promise.resolve([]);
  }

  cancel(): Promise<void> {
    return Promise.resolve();
  }

  /** The records made are the records the world said there are. */
  check(counted: { readonly [classUid: string]: number }): void {
    if (this.#fromDay > 0) return;
    for (const [classUid, n] of Object.entries(counted)) {
      const made = this.#counts[classUid] ?? 0;
      invariant(made === n, `${made} records of class ${classUid} were made, ${n} counted`, 'expansion');
    }
  }

  readonly #sink: RecordSink = {
    http: (batch) => this.#add('http_activity', batch.length),
    auth: (batch) => this.#add('authentication', batch.length),
    minutes: () => undefined,
    rows: (table, rows) => this.#add(table, rows.length),
  };

  #add(table: string, n: number): void {
    const classUid = String(TABLE_CLASSES[table]);
    this.#counts[classUid] = (this.#counts[classUid] ?? 0) + n;
  }
}

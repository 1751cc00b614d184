import { invariant } from '@dwell/core';
import { TABLE_CLASSES } from '@dwell/telemetry';
import type { DayFrame } from '../world/day-frame.ts';
import { Expander } from '../world/emit/expand.ts';
import type { RecordSink } from '../world/emit/sink.ts';
import type { WorldInput } from '../world/world.ts';

/** Makes every record and keeps none: for runs without a folder, where only the count matters. */
export class RecordCounter {
  readonly #expander: Expander;
  readonly #counts: Record<string, number> = {};

  constructor(input: WorldInput) {
    this.#expander = new Expander(input);
  }

  day(frame: DayFrame): void {
    this.#expander.day(frame, this.#sink);
  }

  /** The records made are the records the world said there are. */
  check(counted: { readonly [classUid: string]: number }): void {
    for (const [classUid, n] of Object.entries(counted)) {
      const made = this.#counts[classUid] ?? 0;
      invariant(
        made === n,
        `${made} records of class ${classUid} were made, ${n} counted`,
        'expansion',
      );
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

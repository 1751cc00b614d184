import { momentOf } from '../ir/values.ts';
import { type FieldPath, fieldPath, valuesAt } from './event-values.ts';
import type { EventObject } from './read-events.ts';

/**
 * Times of events in order of arrival: which have none, and which come too late for correlations, more
 * than `lateMs` before the latest time seen so far.
 */
export class EventClock {
  untimed = 0;
  late = 0;
  readonly #paths: readonly FieldPath[];
  readonly #lateMs: number;
  #latestMs = Number.NEGATIVE_INFINITY;

  constructor(timeFields: readonly string[], lateMs: number) {
    this.#paths = timeFields.map(fieldPath);
    this.#lateMs = lateMs;
  }

  /** Epoch milliseconds of the next event, or NaN when it takes no part in correlations. */
  read(event: EventObject): number {
    const timeMs = this.#timeOf(event);
    if (timeMs === null) {
      this.untimed++;
      return Number.NaN;
    }
    if (timeMs < this.#latestMs - this.#lateMs) {
      this.late++;
      return Number.NaN;
    }
    this.#latestMs = Math.max(this.#latestMs, timeMs);
    return timeMs;
  }

  /** The first moment in the first field that has one. */
  #timeOf(event: EventObject): number | null {
    for (const path of this.#paths) {
      for (const value of valuesAt(event, path) ?? []) {
        const moment = momentOf(value);
        if (moment !== null) return moment;
      }
    }
    return null;
  }
}

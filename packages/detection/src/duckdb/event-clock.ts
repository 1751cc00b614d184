import { momentOf } from '../ir/values.ts';
import { EventView } from '../stream/event-view.ts';
import { EVENT_LIMITS } from './event-limits.ts';
import type { EventObject } from './read-events.ts';

/** Times of events in order of arrival: which have none, and which come too late for correlations. */
export class EventClock {
  untimed = 0;
  late = 0;
  readonly #view = new EventView(EVENT_LIMITS);
  readonly #fields: readonly string[];
  readonly #lateMs: number;
  #latestMs = Number.NEGATIVE_INFINITY;

  /**
   * @param fields tried in this order
   * @param lateMs how much before the latest time seen so far an event may lie
   */
  constructor(fields: readonly string[], lateMs: number) {
    this.#fields = fields;
    this.#lateMs = lateMs;
  }

  /** When the next event happened, in epoch milliseconds, or NaN: correlations are not to look at it. */
  read(event: EventObject): number {
    const timeMs = this.timeOf(event);
    return this.accepts(timeMs) ? timeMs : Number.NaN;
  }

  /** Hears of the time of the next event, NaN when it has none; whether correlations are to look at it. */
  accepts(timeMs: number): boolean {
    if (Number.isNaN(timeMs)) {
      this.untimed++;
      return false;
    }
    this.#latestMs = Math.max(this.#latestMs, timeMs);
    const inTime = timeMs >= this.#latestMs - this.#lateMs;
    if (!inTime) this.late++;
    return inTime;
  }

  /** When an event happened, or NaN: the first moment in the first field that has one. */
  timeOf(event: EventObject): number {
    this.#view.show(event);
    for (const name of this.#fields) {
      for (const value of this.#view.field(name).scalars) {
        const moment = momentOf(value);
        if (moment !== null) return moment;
      }
    }
    return Number.NaN;
  }
}

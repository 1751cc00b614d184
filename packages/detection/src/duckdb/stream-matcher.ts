import type { Linked } from '../ir/detection.ts';
import type { Found } from './match-report.ts';
import type { EventObject } from './read-events.ts';

/** Runs rules over events with the stream engine, and keeps what it finds. */
export class StreamMatcher {
  readonly #found: Found = { matches: new Map(), holds: new Map() };

  constructor(linked: Linked) {
    void linked;
  }

  push(event: EventObject, ord: number, timeMs: number): void {
    void [event, ord, timeMs];
  }

  finish(): Found {
    return this.#found;
  }
}

import type { Linked } from '../ir/detection.ts';
import { compileStream } from '../stream/compile-stream.ts';
import type { Hit } from '../stream/hit.ts';
import type { RuleStream } from '../stream/rule-stream.ts';
import { EVENT_LIMITS } from './event-limits.ts';
import type { Found } from './match-report.ts';
import type { EventObject } from './read-events.ts';

/** Runs rules over events with the stream engine, and keeps what it finds. */
export class StreamMatcher {
  readonly #linked: Linked;
  readonly #stream: RuleStream;
  readonly #found: Found = { matches: new Map(), holds: new Map() };

  constructor(linked: Linked, lateMs: number) {
    this.#linked = linked;
    const bounds = { groupsMax: Infinity, entriesMax: Infinity, entriesTotalMax: Infinity };
    this.#stream = compileStream(linked, {
      ...bounds,
      pendingMax: Infinity,
      lateMs,
      limits: EVENT_LIMITS,
    });
  }

  /** Takes in the next event; `timeMs` is NaN when it has no time. */
  push(event: EventObject, timeMs: number): void {
    for (const hit of this.#stream.push(event, timeMs)) this.#take(hit);
  }

  /** Everything found. Call after the last event. */
  finish(): Found {
    for (const hit of this.#stream.flush()) this.#take(hit);
    return this.#found;
  }

  /** Detections it could not run, or not for all events, and why. */
  get refusals(): Map<number, string> {
    const refusals = new Map<number, string>();
    for (const { detection, first } of this.#stream.faults) refusals.set(detection, first);
    for (const problem of this.#stream.problems) {
      const { file, line, message } = problem;
      const index = this.#linked.detections.findIndex(
        ({ rule }) => rule?.file === file && rule.position.line === line,
      );
      if (index >= 0) refusals.set(index, message);
    }
    return refusals;
  }

  #take({ detection, event, group }: Hit): void {
    if (group === null) push(this.#found.matches, detection, event);
    else push(this.#found.holds, detection, { at: event, group });
  }
}

function push<T>(map: Map<number, T[]>, index: number, value: T): void {
  const list = map.get(index);
  if (list) list.push(value);
  else map.set(index, [value]);
}

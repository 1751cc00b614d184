import { DetectionError } from '../detection-error.ts';
import { TIME_FIELDS } from '../fields/time-field.ts';
import type { Linked } from '../ir/detection.ts';
import { EventClock } from './event-clock.ts';
import { Comparison, type Found, type MatchReport } from './match-report.ts';
import { type EventObject, readEvents } from './read-events.ts';
import { Session, type SessionLimits } from './session.ts';
import { SqlMatcher } from './sql-matcher.ts';
import { StreamMatcher } from './stream-matcher.ts';

export type MatchOptions = {
  linked: Linked;
  /** Lines of NDJSON. */
  events: AsyncIterable<string> | Iterable<string>;
  /** What errors call the events. */
  file: string;
  engine: 'stream' | 'sql' | 'both';
  /** Paths tried in this order for an event's time; default `TIME_FIELDS`. */
  timeFields?: readonly string[];
  /** How late an event may come and still take part in correlations; default 5 minutes. */
  lateMs?: number;
  limits?: SessionLimits;
  signal?: AbortSignal;
  onProgress?: (events: number) => void;
};

/** Events prepared for the database at once, and the JSON text they may have. */
const BATCH_EVENTS = 65_536;
const BATCH_CHARACTERS = 64 * 2 ** 20;
/** Events handed from engine to engine at once. */
const HAND_EVENTS = 1024;
const LATE_MS = 5 * 60_000;

/**
 * Runs detections over events with one engine or both, and compares what they find. Memory holds one
 * batch of events, what was found, and of correlations a row per event of their members.
 *
 * Errors: `EVENT` a line that is no JSON object; `TIME` correlations, but no event with a time.
 */
export async function matchEvents(options: MatchOptions): Promise<MatchReport> {
  const run = await Run.open(options);
  try {
    return await run.all();
  } finally {
    run.close();
  }
}

class Run {
  readonly #options: MatchOptions;
  readonly #clock: EventClock;
  readonly #session: Session | null;
  readonly #sql: SqlMatcher | null;
  readonly #stream: StreamMatcher | null;
  readonly #comparison = new Comparison();
  readonly #found: { stream: Found; sql: Found } = { stream: nothing(), sql: nothing() };
  readonly #stop: () => void;
  #events = 0;
  #streamMs = 0;
  #sqlMs = 0;

  private constructor(options: MatchOptions, session: Session | null, sql: SqlMatcher | null) {
    this.#options = options;
    const lateMs = options.lateMs ?? LATE_MS;
    this.#clock = new EventClock(options.timeFields ?? TIME_FIELDS, lateMs);
    this.#session = session;
    this.#sql = sql;
    this.#stream = options.engine === 'sql' ? null : new StreamMatcher(options.linked, lateMs);
    this.#stop = () => session?.connection.interrupt();
    options.signal?.addEventListener('abort', this.#stop, { once: true });
  }

  static async open(options: MatchOptions): Promise<Run> {
    if (options.engine === 'stream') return new Run(options, null, null);
    const session = await Session.open(options.limits);
    try {
      return new Run(options, session, await SqlMatcher.open(options.linked, session.connection));
    } catch (error) {
      session.close();
      throw error;
    }
  }

  async all(): Promise<MatchReport> {
    const { events, file, onProgress } = this.#options;
    let hand: EventObject[] = [];
    let characters = 0;
    for await (const { event, length } of readEvents(events, file)) {
      hand.push(event);
      characters += length;
      const full = characters >= BATCH_CHARACTERS;
      if (hand.length < HAND_EVENTS && !full) continue;
      await this.#take(hand, full);
      if (full) characters = 0;
      hand = [];
      onProgress?.(this.#events);
    }
    await this.#take(hand, true);
    return this.#finish();
  }

  async #take(hand: readonly EventObject[], last: boolean): Promise<void> {
    this.#options.signal?.throwIfAborted();
    const first = this.#events;
    this.#events += hand.length;
    const times = hand.map((event) => this.#clock.timeOf(event));
    const inTime = times.map((timeMs) => this.#clock.accepts(timeMs));
    const start = performance.now();
    if (this.#stream) {
      for (const [i, event] of hand.entries()) this.#stream.push(event, times[i]!);
    }
    const between = performance.now();
    this.#streamMs += between - start;
    if (this.#sql) {
      const { batch } = this.#sql;
      for (const [i, event] of hand.entries()) {
        batch.add(event, first + i, inTime[i]! ? times[i]! : Number.NaN);
      }
      if (last || batch.size >= BATCH_EVENTS) await this.#flush(this.#sql);
      this.#sqlMs += performance.now() - between;
    }
  }

  async #flush(sql: SqlMatcher): Promise<void> {
    for (const [index, ords] of await sql.flush()) append(this.#found.sql.matches, index, ords);
  }

  async #finish(): Promise<MatchReport> {
    const { linked, engine, signal } = this.#options;
    this.#checkTimes();
    const start = performance.now();
    if (this.#stream) this.#found.stream = this.#stream.finish();
    const between = performance.now();
    this.#streamMs += between - start;
    if (this.#sql) this.#found.sql.holds = await this.#sql.finish();
    this.#sqlMs += performance.now() - between;
    signal?.throwIfAborted();
    if (engine === 'both') this.#compare();
    const { matches, holds } = engine === 'sql' ? this.#found.sql : this.#found.stream;
    return {
      linked,
      matches,
      holds,
      refusals: this.#refusals(),
      disagreements: this.#comparison.disagreements,
      events: this.#events,
      untimed: this.#clock.untimed,
      late: this.#clock.late,
      streamMs: this.#stream && this.#streamMs,
      sqlMs: this.#sql && this.#sqlMs,
    };
  }

  #refusals(): Map<number, string> {
    return new Map([...(this.#stream?.refusals ?? []), ...(this.#sql?.refusals ?? [])]);
  }

  #checkTimes(): void {
    const correlates = this.#options.linked.detections.some(({ correlation }) => correlation);
    if (!correlates || this.#events === 0 || this.#clock.untimed < this.#events) return;
    throw new DetectionError('TIME', {
      what: 'there are correlations, but no event says when it happened',
      where: this.#options.file,
      todo: `name the field that does (--time-field); tried ${(this.#options.timeFields ?? TIME_FIELDS).join(', ')}`,
    });
  }

  #compare(): void {
    const { stream, sql } = this.#found;
    const refusals = this.#refusals();
    for (const [index, { rule }] of this.#options.linked.detections.entries()) {
      if (refusals.has(index)) continue;
      if (rule) {
        this.#comparison.matches(
          index,
          stream.matches.get(index) ?? [],
          sql.matches.get(index) ?? [],
        );
      } else {
        this.#comparison.holds(index, stream.holds.get(index) ?? [], sql.holds.get(index) ?? []);
      }
    }
  }

  close(): void {
    this.#options.signal?.removeEventListener('abort', this.#stop);
    this.#session?.close();
  }
}

function nothing(): Found {
  return { matches: new Map(), holds: new Map() };
}

function append(map: Map<number, number[]>, index: number, ords: readonly number[]): void {
  const list = map.get(index);
  if (list) for (const ord of ords) list.push(ord);
  else map.set(index, [...ords]);
}

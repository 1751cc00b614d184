import { DwellError, ourFault, type SimTime } from '@dwell/core';
import {
  applyClockEntry,
  type ClockAction,
  type ClockEntry,
  type ClockSpan,
  type ClockState,
  clockTime,
  initialClock,
} from './clock.ts';
import type { ClockLog } from './ports.ts';

const ATTEMPTS = 8;

export function isConflict(error: unknown): boolean {
  return error instanceof DwellError && error.code === 'LOG_CONFLICT';
}

/**
 * Follows a run's clock log: every host that follows the same log computes the same simulated time
 * for the same wall time. `wall` gives epoch ms.
 */
export class ClockKeeper {
  readonly span: ClockSpan;
  readonly #log: ClockLog;
  readonly #wall: () => number;
  readonly #listeners = new Set<() => void>();
  #state: ClockState;
  #sequence = 0;
  #floor: SimTime;
  #unsubscribe: (() => void) | null = null;

  constructor(log: ClockLog, span: ClockSpan, wall: () => number) {
    this.#log = log;
    this.span = span;
    this.#wall = wall;
    this.#state = initialClock(span);
    this.#floor = span.startAt;
  }

  /** Reads the log and follows it from there. */
  async open(): Promise<void> {
    this.#unsubscribe ??= this.#log.subscribe((entry) => this.#follow(entry));
    await this.#catchUp();
  }

  close(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#listeners.clear();
  }

  get state(): ClockState {
    return this.#state;
  }

  /** Where the last step or jump went: the clock never falls back behind it when it slows. */
  get floor(): SimTime {
    return this.#floor;
  }

  /** Simulated time now. */
  time(): SimTime {
    return clockTime(this.#state, this.span, this.#wall());
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Appends what `decide` makes of the clock as it stands; null appends nothing. When another host
   * was quicker, its entries are read and `decide` is asked again.
   */
  async append(decide: (state: ClockState, now: SimTime) => ClockAction | null): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const action = decide(this.#state, this.time());
      if (!action) return;
      const wallMs = Math.max(this.#wall(), this.#state.anchorWallMs);
      const entry: ClockEntry = { sequence: this.#sequence + 1, wallMs, action };
      try {
        await this.#log.append(entry);
        this.#apply(entry);
        return;
      } catch (error) {
        if (!isConflict(error)) throw error;
        await this.#catchUp();
      }
    }
    throw ourFault('LOG_BUSY', `the clock log was busy ${ATTEMPTS} times`, 'clock');
  }

  async #catchUp(): Promise<void> {
    for (const entry of await this.#log.read(this.#sequence)) this.#apply(entry);
  }

  #follow(entry: ClockEntry): void {
    if (entry.sequence === this.#sequence + 1) this.#apply(entry);
    else if (entry.sequence > this.#sequence) void this.#catchUp().catch(() => undefined);
  }

  #apply(entry: ClockEntry): void {
    if (entry.sequence !== this.#sequence + 1) return;
    this.#sequence = entry.sequence;
    this.#state = applyClockEntry(this.#state, this.span, entry);
    if (entry.action.do === 'step' || entry.action.do === 'jump') {
      this.#floor = Math.max(this.#floor, this.#state.anchorSim);
    }
    for (const listener of this.#listeners) listener();
  }
}

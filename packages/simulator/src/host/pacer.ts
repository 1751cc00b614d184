import { type SimTime, TICK_MS } from '@dwell/core';
import type { ClockAction, ClockState } from './clock.ts';

/** The world may be this far behind the clock, wall ms, before the clock gives way. */
const LAG_MS_MAX = 1_500;
const LAG_MS_GOOD = 300;
const SAMPLE_MS = 500;
const RAISE_AFTER_MS = 5_000;
const RAISE_AFTER_MS_MAX = 60_000;

export type PaceSample = {
  wallMs: number;
  clock: ClockState;
  /** What the clock says. */
  clockNow: SimTime;
  /** Where the world is. */
  worldNow: SimTime;
  /** Where the last step or jump went: on the way there a world is late by design. */
  floor: SimTime;
};

/** Where a world should go next: to the clock, or first to where a jump went and no further. */
export function paceTarget({ clockNow, worldNow, floor }: PaceSample): SimTime {
  return worldNow + TICK_MS <= floor ? Math.min(clockNow, floor) : clockNow;
}

/**
 * Watches how a world follows its clock and says what to write into the clock log: slower when the
 * world falls behind, faster again, carefully, when it keeps up. Ask it before every new target.
 */
export class Pacer {
  #before: { wallMs: number; worldNow: SimTime; lagMs: number } | null = null;
  #jumping = false;
  #goodSinceMs: number | null = null;
  #raiseAfterMs = RAISE_AFTER_MS;
  #raised = false;

  check(sample: PaceSample): ClockAction | null {
    const { wallMs, clock, clockNow, worldNow, floor } = sample;
    if (!clock.playing) {
      this.#before = null;
      this.#goodSinceMs = null;
      return null;
    }
    const lagMs = Math.max(0, clockNow - worldNow - TICK_MS) / clock.rate;
    if (worldNow + TICK_MS <= floor) {
      this.#jumping = true;
      return null;
    }
    if (this.#jumping) {
      this.#jumping = false;
      this.#before = null;
      // No exercise time passes while the world works off a jump.
      const passedMs = (clockNow - Math.max(floor, worldNow)) / clock.rate;
      return passedMs > LAG_MS_GOOD ? { do: 'recover', at: Math.max(floor, worldNow) } : null;
    }
    const before = this.#before;
    if (before && wallMs - before.wallMs < SAMPLE_MS) return null;
    this.#before = { wallMs, worldNow, lagMs };
    if (!before) return null;
    if (lagMs > LAG_MS_MAX && lagMs >= before.lagMs) {
      return this.#slower(sample, (worldNow - before.worldNow) / (wallMs - before.wallMs));
    }
    return this.#faster(sample, lagMs);
  }

  #slower({ clock, worldNow, floor }: PaceSample, achieved: number): ClockAction {
    if (this.#raised) this.#raiseAfterMs = Math.min(RAISE_AFTER_MS_MAX, this.#raiseAfterMs * 2);
    this.#raised = false;
    this.#goodSinceMs = null;
    this.#before = null;
    const rate = Math.max(1, Math.floor(Math.min(achieved, clock.rate) * 0.9));
    return { do: 'slow', at: Math.max(worldNow, floor), rate };
  }

  #faster({ wallMs, clock, clockNow }: PaceSample, lagMs: number): ClockAction | null {
    if (clock.rate >= clock.speed || lagMs > LAG_MS_GOOD) {
      this.#goodSinceMs = null;
      return null;
    }
    this.#goodSinceMs ??= wallMs;
    if (wallMs - this.#goodSinceMs < this.#raiseAfterMs) return null;
    this.#goodSinceMs = null;
    this.#raised = true;
    const rate = Math.ceil(clock.rate * 1.5);
    return rate >= clock.speed ? { do: 'recover', at: clockNow } : { do: 'slow', at: clockNow, rate };
  }
}

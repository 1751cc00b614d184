import { type SimTime, TICK_MS } from '@dwell/core';
import type { ClockAction, ClockState } from './clock.ts';

/** The world may be this far behind the clock, wall ms, before the clock gives way. */
const LAG_MS_MAX = 2_000;
const LAG_MS_GOOD = 500;
/** Days are sealed in bursts: what a world manages is measured over this long at least, and at most. */
const WINDOW_MS_MIN = 3_000;
const WINDOW_MS_MAX = 10_000;
const SAMPLE_MS = 250;
/** One step down goes no further than to this share. */
const STEP_DOWN = 0.25;
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
  #samples: { wallMs: number; worldNow: SimTime }[] = [];
  #jumping = false;
  #goodSinceMs: number | null = null;
  #raiseAfterMs = RAISE_AFTER_MS;
  #raised = false;

  check(sample: PaceSample): ClockAction | null {
    const { wallMs, clock, clockNow, worldNow, floor } = sample;
    if (!clock.playing) {
      this.#samples = [];
      this.#goodSinceMs = null;
      return null;
    }
    if (worldNow + TICK_MS <= floor) {
      this.#jumping = true;
      return null;
    }
    if (this.#jumping) {
      this.#jumping = false;
      this.#samples = [];
      // No exercise time passes while the world works off a jump.
      const passedMs = (clockNow - Math.max(floor, worldNow)) / clock.rate;
      return passedMs > LAG_MS_GOOD ? { do: 'recover', at: Math.max(floor, worldNow) } : null;
    }
    const last = this.#samples.at(-1);
    if (last && wallMs - last.wallMs < SAMPLE_MS) return null;
    this.#samples.push({ wallMs, worldNow });
    while (wallMs - this.#samples[0]!.wallMs > WINDOW_MS_MAX) this.#samples.shift();
    const lagMs = Math.max(0, clockNow - worldNow - TICK_MS) / clock.rate;
    return lagMs > LAG_MS_MAX ? this.#slower(sample) : this.#faster(sample, lagMs);
  }

  #slower({ wallMs, clock, worldNow, floor }: PaceSample): ClockAction | null {
    const first = this.#samples[0]!;
    const windowMs = wallMs - first.wallMs;
    this.#goodSinceMs = null;
    if (windowMs < WINDOW_MS_MIN) return null;
    const achieved = (worldNow - first.worldNow) / windowMs;
    if (achieved >= clock.rate) return null;
    if (this.#raised) this.#raiseAfterMs = Math.min(RAISE_AFTER_MS_MAX, this.#raiseAfterMs * 2);
    this.#raised = false;
    this.#samples = [];
    const rate = Math.max(1, Math.floor(Math.max(achieved * 0.9, clock.rate * STEP_DOWN)));
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
    this.#samples = [];
    const rate = Math.ceil(clock.rate * 1.5);
    return rate >= clock.speed
      ? { do: 'recover', at: clockNow }
      : { do: 'slow', at: clockNow, rate };
  }
}

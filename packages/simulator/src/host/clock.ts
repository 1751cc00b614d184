import type { SimTime } from '@dwell/core';

/**
 * What people (and the host itself) did to an exercise clock. The clock log is apart from the world
 * log and not hashed: no entry moves anything in the world, entries only say how far it may go.
 */
export type ClockAction =
  | { do: 'play' }
  | { do: 'pause' }
  | { do: 'speed'; speed: number }
  /** One hour, day or event further; where that is was settled when the step was asked for. */
  | { do: 'step'; to: SimTime }
  /** Forwards only; going back is a fork. */
  | { do: 'jump'; to: SimTime }
  /** The host could not keep up: the clock goes on from where the world is, at what it can hold. */
  | { do: 'slow'; at: SimTime; rate: number }
  /** The host keeps up again: back to the speed that was asked for. */
  | { do: 'recover'; at: SimTime }
  /** Nobody hosted the run for a while: the clock goes on from the last time it was seen alive. */
  | { do: 'resume'; at: SimTime };

/** A clock action as logged; `sequence` is 1-based without gaps. */
export type ClockEntry = { sequence: number; wallMs: number; action: ClockAction };

/** The last moment at which a host had a playing run in hand. One per run, overwritten. */
export type ClockBeat = { wallMs: number; at: SimTime };

/** Where a run's clock may go: it starts paused at `startAt` and stops at `endAt`. */
export type ClockSpan = { startAt: SimTime; endAt: SimTime };

export type ClockState = {
  playing: boolean;
  /** The speed asked for, simulated ms a wall ms. */
  speed: number;
  /** The speed held: `speed`, or less while the host cannot keep up. */
  rate: number;
  anchorSim: SimTime;
  anchorWallMs: number;
};

/** A new exercise: paused at its start, ready to go a simulated minute a second. */
export function initialClock(span: ClockSpan): ClockState {
  return { playing: false, speed: 60, rate: 60, anchorSim: span.startAt, anchorWallMs: 0 };
}

/** Simulated time at a wall time: anchor + elapsed × rate while playing, never past the run's end. */
export function clockTime(clock: ClockState, span: ClockSpan, wallMs: number): SimTime {
  if (!clock.playing) return clock.anchorSim;
  const elapsed = Math.max(0, wallMs - clock.anchorWallMs);
  return Math.min(span.endAt, Math.floor(clock.anchorSim + elapsed * clock.rate));
}

/** The clock after one more entry. Wall times that run backwards between hosts count as no time. */
export function applyClockEntry(clock: ClockState, span: ClockSpan, entry: ClockEntry): ClockState {
  const wallMs = Math.max(entry.wallMs, clock.anchorWallMs);
  const now = clockTime(clock, span, wallMs);
  const next = { ...clock, anchorSim: now, anchorWallMs: wallMs };
  const within = (at: SimTime) => Math.min(span.endAt, Math.max(span.startAt, at));
  const { action } = entry;
  switch (action.do) {
    case 'play':
      return { ...next, playing: now < span.endAt, rate: next.speed };
    case 'pause':
      return { ...next, playing: false, rate: next.speed };
    case 'speed':
      return { ...next, speed: action.speed, rate: action.speed };
    case 'step':
      return { ...next, playing: false, anchorSim: within(Math.max(now, action.to)) };
    case 'jump':
      return { ...next, anchorSim: within(Math.max(now, action.to)) };
    case 'slow':
      return {
        ...next,
        anchorSim: within(Math.min(now, action.at)),
        rate: Math.min(next.speed, action.rate),
      };
    case 'recover':
      return { ...next, anchorSim: within(Math.min(now, action.at)), rate: next.speed };
    case 'resume':
      return { ...next, anchorSim: within(Math.min(now, action.at)), rate: next.speed };
  }
}

/** The clock as every host computes it from the log. Entries in order of sequence. */
export function clockOf(span: ClockSpan, entries: readonly ClockEntry[]): ClockState {
  return entries.reduce((clock, entry) => applyClockEntry(clock, span, entry), initialClock(span));
}

/** Has the clock reached the end of the run? */
export function clockEnded(clock: ClockState, span: ClockSpan, wallMs: number): boolean {
  return clockTime(clock, span, wallMs) >= span.endAt;
}

'use client';

import { useEffect, useState } from 'react';
import type { ClockView } from '@dwell/simulator/router';

/** A clock as it arrived here: the moment to show, and when it came by this browser's own watch. */
export type HeldClock = ClockView & { receivedMs: number; shown: number; catchingUp: boolean };

/** How far the world may stay behind a clock that stands still before the page says so. */
const BEHIND_MS = 120_000;

/**
 * Takes a clock in hand. Still, it shows where it was put; playing, how far the world has really got,
 * but never before `startAt`: until the world has been derived anew it reports nothing.
 */
export function holdClock(clock: ClockView, startAt: number, receivedMs: number): HeldClock {
  const playing = clock.state === 'playing';
  const world = Math.max(clock.now, startAt);
  const target = playing ? startAt : clock.anchorSim;
  return {
    ...clock,
    receivedMs,
    shown: playing ? world : Math.max(clock.anchorSim, startAt),
    catchingUp: clock.state !== 'building' && clock.now < target - BEHIND_MS,
  };
}

/**
 * Does an answer to a command say less than the stream has told already? The two are not in order:
 * the stream may have told of the world's arrival before the answer that knew nothing of it is here.
 */
export function isOvertaken(answer: ClockView, held: ClockView | null): boolean {
  if (held === null || answer.anchorWallMs > held.anchorWallMs) return false;
  return answer.anchorWallMs < held.anchorWallMs || answer.now <= held.now;
}

/**
 * Simulated time at a reading of the browser's watch. It goes on from how far the world had really got
 * when the clock arrived, so a browser with a wrong wall clock still shows the right moment.
 */
export function simAt(clock: HeldClock, watchMs: number): number {
  if (clock.state !== 'playing' || clock.catchingUp) return clock.shown;
  return clock.shown + Math.max(0, watchMs - clock.receivedMs) * clock.speed;
}

/** No more often than this is the page drawn anew while the clock runs. */
const REDRAW_MS = 66;

/** The simulated time now, in whole grains; it moves by itself only while the clock plays. */
export function useSimNow(
  clock: HeldClock | null,
  grainMs: number,
  endAt = Number.MAX_SAFE_INTEGER,
): number {
  const [, redraw] = useState(0);
  const playing = clock?.state === 'playing';
  const read = () =>
    clock ? Math.floor(Math.min(endAt, simAt(clock, performance.now())) / grainMs) * grainMs : 0;
  useEffect(() => {
    if (!playing) return;
    let frame = 0;
    let shownMs = 0;
    let shown = -1;
    const step = (watch: number) => {
      frame = requestAnimationFrame(step);
      if (watch - shownMs < REDRAW_MS) return;
      const next = clock ? Math.floor(simAt(clock, watch) / grainMs) : 0;
      if (next === shown) return;
      shown = next;
      shownMs = watch;
      redraw((n) => n + 1);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [playing, clock, grainMs]);
  return clock && !playing ? Math.floor(clock.shown / grainMs) * grainMs : read();
}

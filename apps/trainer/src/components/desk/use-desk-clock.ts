'use client';

import { MINUTE_MS } from '@dwell/core/time';
import type { DeskTeam } from '@dwell/simulator/router';
import { useState } from 'react';
import { type HeldClock, holdClock, useSimNow } from '@/live/sim-now.ts';

/** A team's clock in hand, and the simulated moment it shows in whole grains. */
export function useTeamClock(
  team: DeskTeam,
  grainMs = MINUTE_MS,
): { clock: HeldClock; now: number } {
  const { run } = team;
  const take = () => ({
    of: run.clock,
    runId: run.id,
    clock: holdClock(run.clock, run.startAt, performance.now()),
  });
  const [held, setHeld] = useState(take);
  const same =
    held.runId === run.id &&
    held.of.anchorWallMs === run.clock.anchorWallMs &&
    held.of.now === run.clock.now &&
    held.of.state === run.clock.state;
  if (!same) setHeld(take());
  const now = useSimNow(held.clock, grainMs, run.endAt);
  return { clock: held.clock, now };
}

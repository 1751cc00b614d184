import { TICK_MS } from '@dwell/core';
import type { LossPoint } from '@dwell/scoring';
import type { LossCurve } from '../detection/loss-curve.ts';

/** Accounts lost, full scale, by the end of each tick in which some were. */
export function lostSteps({ ticks }: LossCurve, scale: number): LossPoint[] {
  const steps: LossPoint[] = [];
  ticks.forEach((tick, i) => {
    const step = { at: (tick + 1) * TICK_MS, accounts: (i + 1) * scale };
    if (steps.at(-1)?.at === step.at) steps[steps.length - 1] = step;
    else steps.push(step);
  });
  return steps;
}

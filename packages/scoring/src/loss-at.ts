import type { SimTime } from '@dwell/core';
import type { LossPoint } from './history.ts';

/**
 * Distinct accounts lost by a simulated time, full scale: the curve's last entry at or before it, 0 before
 * the first. Between two entries of a thinned curve it says what had surely been lost by then.
 */
export function lossAt(loss: readonly LossPoint[], at: SimTime): number {
  let low = 0;
  let high = loss.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (loss[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return loss[low - 1]?.accounts ?? 0;
}

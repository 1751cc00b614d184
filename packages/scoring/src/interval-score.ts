import { inOrders, type Interval, ordersOff, steady } from './interval.ts';

/** Nobody is surer than this, percent: at 100 a miss would cost without end. */
const SUREST = 99;

/**
 * Interval score (Winkler 1972; proper by Gneiting & Raftery 2007, §6.2) on a scale of log10(1 + n), so
 * that a miss by one order of magnitude costs as much at a thousand as at ten million. Width, and where
 * the truth lies outside, its distance × 2 ÷ (1 − confidence): who is surer pays more. 0 is perfect, and
 * lower is better; to say what one believes is the best policy. A confidence above 99 % counts as 99 %.
 */
export function intervalScore(interval: Interval, truth: number): number {
  const { low, high } = inOrders(interval);
  const doubt = 1 - Math.min(SUREST, Math.max(0, interval.confidence)) / 100;
  return steady(high - low + (2 / doubt) * ordersOff(interval, truth));
}

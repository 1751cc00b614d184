import { type Ends, inOrders, steady } from './interval.ts';

/** Orders of magnitude by which each end is widened: 5 %, so that the same figure in other digits agrees. */
const SLACK = 0.02;

/**
 * How far two estimates say the same, 0 to 1: what both intervals hold ÷ what either spans (Jaccard), in
 * orders of magnitude. 1: the same interval; 0: no number is in both.
 */
export function intervalAgreement(one: Ends, other: Ends): number {
  const a = inOrders(one);
  const b = inOrders(other);
  const both = Math.min(a.high, b.high) - Math.max(a.low, b.low) + 2 * SLACK;
  const either = Math.max(a.high, b.high) - Math.min(a.low, b.low) + 2 * SLACK;
  return steady(Math.max(0, both) / either);
}

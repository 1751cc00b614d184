/** An interval that holds a count with a stated confidence, percent. */
export type Interval = { low: number; high: number; confidence: number };

/** The two ends of an interval, in whatever order they were written. */
export type Ends = Pick<Interval, 'low' | 'high'>;

/** Orders of magnitude of a count: log10 of one more, so that none is 0 orders. */
export const orders = (count: number): number => Math.log10(1 + Math.max(0, count));

/** To nine decimals: logarithms may differ in the last bit between machines, scores may not. */
export const steady = (value: number): number => Math.round(value * 1e9) / 1e9;

/** Both ends in orders of magnitude, the lower one first. */
export function inOrders({ low, high }: Ends): Ends {
  return { low: orders(Math.min(low, high)), high: orders(Math.max(low, high)) };
}

/** Is the truth within, ends included? */
export function holds({ low, high }: Ends, truth: number): boolean {
  return Math.min(low, high) <= truth && truth <= Math.max(low, high);
}

/** By how many orders of magnitude the truth lies outside; 0 within. At most 1: the order is right. */
export function ordersOff(interval: Ends, truth: number): number {
  if (holds(interval, truth)) return 0;
  const { low, high } = inOrders(interval);
  return steady(Math.max(low - orders(truth), orders(truth) - high));
}

import { DAY_MS, HOUR_MS, MINUTE_MS, type SimTime } from '@dwell/core/time';

const STEPS = [
  ...[15 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 2 * HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS],
  ...[12 * HOUR_MS, DAY_MS, 2 * DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 14 * DAY_MS, 30 * DAY_MS],
  ...[60 * DAY_MS, 90 * DAY_MS, 180 * DAY_MS, 360 * DAY_MS],
];

/**
 * Round amounts by which something at `at` can be moved between `from` and `to`, the earliest first, with
 * as far as it goes at either end; nought is among them.
 */
export function shiftAmounts(at: SimTime, from: SimTime, to: SimTime): number[] {
  const least = Math.min(0, from - at);
  const most = Math.max(0, to - at);
  const round = [...STEPS.map((step) => -step).toReversed(), 0, ...STEPS];
  const within = round.filter((by) => by > least && by < most);
  return [...new Set([least, ...within, ...(within.includes(0) ? [] : [0]), most])].toSorted(
    (a, b) => a - b,
  );
}

import { DAY_MS, HOUR_MS, type SimTime } from '@dwell/core/time';
import type { HourFrame } from '@dwell/simulator/router';

export type Effect = {
  id: 'refused' | 'contacts' | 'orders' | 'lockedOut';
  before: number;
  after: number;
};

/**
 * The shop per hour in the day after a moment (as much of it as has passed) against the same hours
 * of the day before, leaving out what did not move by a tenth. Null until an hour has passed.
 */
export function effectOf(
  frames: readonly HourFrame[],
  binHours: number,
  at: SimTime,
): Effect[] | null {
  const bin = binHours * HOUR_MS;
  const passed = frames.filter((frame) => frame.at >= at && frame.at < at + DAY_MS);
  const beforeOf = (frame: HourFrame) =>
    frames.find((each) => each.at <= frame.at - DAY_MS && frame.at - DAY_MS < each.at + bin);
  const pairs = passed.flatMap((frame) => {
    const earlier = beforeOf(frame);
    return earlier && earlier.at + bin <= at ? [{ earlier, frame }] : [];
  });
  const before = pairs.map((pair) => pair.earlier);
  const after = pairs.map((pair) => pair.frame);
  if (before.length === 0 || after.length === 0) return null;
  const perHour = (list: readonly HourFrame[], value: (frame: HourFrame) => number) =>
    Math.round(list.reduce((sum, frame) => sum + value(frame), 0) / (list.length * binHours));
  const refused = (frame: HourFrame) => frame.errors.reduce((sum, n) => sum + n, 0);
  const rows: Effect[] = [
    { id: 'refused', before: perHour(before, refused), after: perHour(after, refused) },
    {
      id: 'contacts',
      before: perHour(before, (f) => f.contacts),
      after: perHour(after, (f) => f.contacts),
    },
    {
      id: 'orders',
      before: perHour(before, (f) => f.orders),
      after: perHour(after, (f) => f.orders),
    },
    {
      id: 'lockedOut',
      before: before.at(-1)!.lockedOut,
      after: Math.max(...after.map((f) => f.lockedOut)),
    },
  ];
  return rows.filter(
    (row) => Math.abs(row.after - row.before) > Math.max(row.before, row.after) / 10,
  );
}

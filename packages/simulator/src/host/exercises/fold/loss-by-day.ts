import { dayOf, type Calendar, type SimTime } from '@dwell/core';
import type { HourFrame } from '../../../run/frame.ts';

/** Accounts lost by the end of each local day since `from`, full scale. Ground truth. */
export function lossByDay(
  hours: readonly HourFrame[],
  from: SimTime,
  calendar: Calendar,
): readonly number[] {
  const first = dayOf(calendar, from);
  const days: number[] = [];
  for (const { at, truth } of hours) {
    const day = dayOf(calendar, at) - first;
    if (day >= 0 && truth) days[day] = truth.accountsLost;
  }
  return Array.from(days, (lost) => lost ?? 0);
}

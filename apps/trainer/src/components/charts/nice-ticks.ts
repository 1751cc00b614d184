import { type Calendar, DAY_MS, HOUR_MS, MINUTE_MS, type SimTime } from '@dwell/core/time';

/** About `count` round values from 0 to at least `max`; a flat line still gets a scale. */
export function niceTicks(max: number, count = 3): number[] {
  if (!(max > 0)) return [0, 1];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= rough * 0.999)!;
  const top = Math.ceil(max / step - 1e-9);
  return Array.from({ length: top + 1 }, (_, i) => i * step);
}

const STEPS = [
  MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  7 * DAY_MS,
  14 * DAY_MS,
  28 * DAY_MS,
  56 * DAY_MS,
];

/** Round local moments between two simulated times, at most `count` of them, and their distance. */
export function timeTicks(
  calendar: Calendar,
  from: SimTime,
  to: SimTime,
  count: number,
): { step: number; at: SimTime[] } {
  const step = STEPS.find((s) => (to - from) / s <= Math.max(1, count)) ?? STEPS.at(-1)!;
  // Local midnight is where days begin, not where the run began.
  const shift = calendar.startMs + calendar.offsetMinutes * MINUTE_MS;
  const first = Math.ceil((from + shift) / step) * step - shift;
  const at: SimTime[] = [];
  for (let t = first; t <= to; t += step) at.push(t);
  return { step, at };
}

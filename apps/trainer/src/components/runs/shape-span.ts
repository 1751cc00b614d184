import type { Calendar, SimTime } from '@dwell/core/time';
import type { ScenarioCard } from '@dwell/simulator/router';

/** The zone at the end of an ISO time, minutes; 0 for `Z`. */
function offsetOf(iso: string): number {
  const zone = /([+-])(\d\d):(\d\d)$/.exec(iso);
  if (!zone) return 0;
  return (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3]));
}

/** What the drawing on a card spans: its calendar, its length, and where the attack is fastest. */
export function shapeSpan({ from, to, shape = [] }: Pick<ScenarioCard, 'from' | 'to' | 'shape'>): {
  calendar: Calendar;
  length: SimTime;
  peakAt: SimTime;
  /** Place of the peak from left to right, 0–1. */
  peakShare: number;
} {
  const startMs = Date.parse(from);
  const length = Date.parse(to) - startMs;
  const peak = shape.indexOf(Math.max(0, ...shape));
  // A point stands for the stretch that begins at it.
  const peakShare = shape.length === 0 ? 0 : (Math.max(0, peak) + 0.5) / shape.length;
  return {
    calendar: { startMs, offsetMinutes: offsetOf(from) },
    length,
    peakAt: peakShare * length,
    peakShare,
  };
}

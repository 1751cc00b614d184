import { HOUR_MS, type SimTime } from '@dwell/core/time';
import type { LegalClockView } from '@dwell/simulator/router';
import type { Severity } from '../ui/badge.tsx';

export type LegalState = 'open' | 'soon' | 'missed' | 'met' | 'late';

/** Less than this is little time, and never more than a quarter of the limit. */
const SOON_MS = 6 * HOUR_MS;

/** A running or ended legal clock as of now; null while awareness has not begun. */
export function legalState(
  clock: LegalClockView,
  now: SimTime,
): { state: LegalState; leftMs: number; dueAt: SimTime } | null {
  const { startsAt, dueAt, metAt } = clock;
  if (startsAt === null || dueAt === null) return null;
  if (metAt !== null)
    return { state: metAt <= dueAt ? 'met' : 'late', leftMs: dueAt - metAt, dueAt };
  const leftMs = dueAt - now;
  const soonMs = Math.min(SOON_MS, (dueAt - startsAt) / 4);
  return { state: leftMs <= 0 ? 'missed' : leftMs <= soonMs ? 'soon' : 'open', leftMs, dueAt };
}

export const LEGAL_SEVERITY: Readonly<Record<LegalState, Severity>> = {
  open: 'info',
  soon: 'severe',
  missed: 'critical',
  met: 'good',
  late: 'attention',
};

/** Those that run first, the one due soonest at the head; then those that have been met. */
export function strictestFirst(clocks: readonly LegalClockView[]): readonly LegalClockView[] {
  const rank = (clock: LegalClockView) =>
    clock.dueAt === null ? Number.MAX_VALUE : (clock.metAt === null ? 0 : 1e15) + clock.dueAt;
  return clocks.toSorted((a, b) => rank(a) - rank(b));
}

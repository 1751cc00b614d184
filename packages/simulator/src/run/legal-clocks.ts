import type { SimTime } from '@dwell/core';
import { dueAt } from '../exercise/clocks/due-at.ts';
import { clockState } from '../exercise/clocks/exercise-clocks.ts';
import { loadJurisdiction } from '../exercise/clocks/load-jurisdiction.ts';
import { earliestAwareness } from '../exercise/world/awareness.ts';
import type { WorldState } from '../world/state.ts';
import type { ClockState } from './summary.ts';

/** Runs without an exercise are judged by the Korean rules of the incident's time; not legal advice. */
const KOREA = loadJurisdiction('kr');

/** The rules of legal clocks in runs without an exercise. `people`: met by telling people, not by a report. */
export const LEGAL_RULES = KOREA.rules.map(({ id, title, met }) => ({
  rule: id,
  title,
  people: met.responses !== undefined,
}));

export type LegalClock = {
  rule: string;
  title: { en: string; ko: string };
  startsAt: SimTime | null;
  dueAt: SimTime | null;
  metAt: SimTime | null;
  state: ClockState;
};

/** Limits of these rules are in hours: what the calendar is makes no difference. */
const NO_CALENDAR = { startMs: 0, offsetMinutes: 0 };

/** Legal clocks at a simulated time, strictest first. A function of the world's log alone. */
export function legalClocks(state: WorldState, now: SimTime): LegalClock[] {
  const startsAt = earliestAwareness(state);
  return KOREA.rules.map(({ id: rule, limit, title, met }) => {
    const people = met.responses !== undefined;
    const metAt = (people ? state.awareness.peopleToldAt : state.awareness.filed[rule]) ?? null;
    const end = startsAt === null ? null : dueAt(startsAt, limit, KOREA, NO_CALENDAR);
    return { rule, title, startsAt, dueAt: end, metAt, state: clockState(end, metAt, now) };
  });
}

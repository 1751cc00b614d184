import { HOUR_MS, type Calendar, type SimTime } from '@dwell/core';
import type { ExerciseClock } from '../../router/exercise-types.ts';
import { dueAt } from './due-at.ts';
import { type ClockWorld, filingsOf, isAfter } from './filings.ts';
import { newFacts } from './new-facts.ts';
import { startsAt } from './starts-at.ts';
import type { Jurisdiction, LegalRule } from './types.ts';

/**
 * Legal clocks at a simulated time, strictest first: those that run or were missed by when they are
 * due, then those that have not begun, then those that were met. A function of one branch's world log
 * and of the rules in its plan; nothing that is done to the exercise's clock can move a deadline.
 */
export function exerciseClocks(
  jurisdictions: readonly Jurisdiction[],
  calendar: Calendar,
  world: ClockWorld,
): ExerciseClock[] {
  const clocks = jurisdictions.flatMap((jurisdiction) =>
    jurisdiction.rules.flatMap((rule) => clocksOf(rule, jurisdiction, calendar, world)),
  );
  return clocks
    .map((clock, place) => ({ clock, place }))
    .sort(
      (x, y) => rank(x.clock) - rank(y.clock) || due(x.clock) - due(y.clock) || x.place - y.place,
    )
    .map(({ clock }) => clock);
}

const rank = ({ metAt, startsAt: from }: ExerciseClock) =>
  metAt !== null ? 2 : from === null ? 1 : 0;
const due = (clock: ExerciseClock) => clock.dueAt ?? 0;

function clocksOf(
  rule: LegalRule,
  jurisdiction: Jurisdiction,
  calendar: Calendar,
  world: ClockWorld,
): ExerciseClock[] {
  const begun = startsAt(rule.starts, jurisdiction, world);
  const filings = filingsOf(rule, world);
  const make = (from: SimTime | null, to: SimTime | null, met: SimTime | null, more: boolean) => ({
    rule: rule.id,
    jurisdiction: jurisdiction.name,
    title: rule.title,
    source: rule.source,
    startsAt: from,
    dueAt: to,
    metAt: met,
    state: clockState(to, met, world.now),
    supplement: more,
    ...(rule.limit.assumed && !more && { assumed: true }),
  });
  const first = filings[0] ?? null;
  const end = begun === null ? null : dueAt(begun, rule.limit, jurisdiction, calendar);
  const clocks = [make(begun, end, first?.at ?? null, false)];
  if (!rule.supplement || first === null) return clocks;
  for (const fact of newFacts(world.commands, world.now)) {
    if (!isAfter(fact, first)) continue;
    const answered = filings.find((filing) => isAfter(filing, fact))?.at ?? null;
    clocks.push(make(fact.at, fact.at + rule.supplement.hours * HOUR_MS, answered, true));
  }
  return clocks;
}

/** Open is a running clock whose end has not come. */
export function clockState(
  end: SimTime | null,
  met: SimTime | null,
  now: SimTime,
): ExerciseClock['state'] {
  if (end === null) return 'not_started';
  if (met !== null) return met <= end ? 'met' : 'late';
  return now >= end ? 'missed' : 'open';
}

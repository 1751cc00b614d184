import type { History } from '../history.ts';
import { type Figure, momentsWithin, unknown } from './figure.ts';

const responses = (history: History) =>
  momentsWithin(history, ['response'], history.from, history.to);

/** Outage, customer-hours: how long customers together were locked out by what was done, full scale. */
export function outageHours(history: History): Figure {
  return { value: history.outcome.customerHoursLockedOut, evidence: responses(history) };
}

/** Cost, won: what responses, lost orders and support came to, by the prices of the scenario; no fine in it. */
export function cost(history: History): Figure {
  return { value: history.outcome.costWon, evidence: responses(history) };
}

/**
 * Guidance lag, ms: from when people were told to when they were given guidance that they can use; 0 if
 * that came with it or before.
 */
export function guidanceLag({ toldAt, guidedAt }: History): Figure {
  if (!toldAt) return unknown('not-notified', { evidence: guidedAt ? [guidedAt.moment] : [] });
  if (!guidedAt) return unknown('not-guided', { at: toldAt.at, evidence: [toldAt.moment] });
  return {
    value: Math.max(0, guidedAt.at - toldAt.at),
    at: guidedAt.at,
    evidence: [toldAt.moment, guidedAt.moment],
  };
}

/**
 * Secondary harm, people: those hurt by what others did with their data, full scale. Its evidence is what
 * was missed of what protects them, and when they were told and guided.
 */
export function secondaryHarm(history: History): Figure {
  const missed = history.injects
    .filter(({ missedAt, objectives }) => missedAt !== null && objectives.includes('O6'))
    .flatMap(({ moments }) => moments);
  const told = [history.toldAt, history.guidedAt].flatMap((each) => (each ? [each.moment] : []));
  return { value: history.outcome.secondaryHarm, evidence: [...missed, ...told] };
}

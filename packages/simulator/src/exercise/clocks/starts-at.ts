import type { SimTime } from '@dwell/core';
import { earliestAwareness } from '../world/awareness.ts';
import { type ClockWorld, filingsOf, peopleToldAt } from './filings.ts';
import type { ClockStart, Jurisdiction } from './types.ts';

/** Hypotheses that take a leak for possible. */
const SUSPICIONS = [
  'forged-tokens',
  'stolen-passwords',
  'insider-present',
  'insider-left',
  'partner',
] as const;

/** When what starts a clock came about; null: it has not. */
export function startsAt(
  start: ClockStart,
  { rules }: Pick<Jurisdiction, 'rules'>,
  world: ClockWorld,
): SimTime | null {
  const { state } = world;
  switch (start.at) {
    case 'aware':
    case 'intrusion':
      return earliestAwareness(state);
    case 'possible':
      return earliestSuspicion(world);
    case 'notice-sent':
      return peopleToldAt(world);
    case 'materiality-determined': {
      const taken = state.exercise?.decisions[start.decision];
      return taken?.option === start.option ? taken.at : null;
    }
    case 'filed': {
      const rule = rules.find(({ id }) => id === start.rule);
      return (rule && filingsOf(rule, world)[0]?.at) ?? null;
    }
  }
}

/** A leak was thought possible: an alert of it was in somebody's hands, or a hypothesis says so. */
function earliestSuspicion({ state }: ClockWorld): SimTime | null {
  const recorded = state.exercise?.recorded ?? {};
  const moments = [
    earliestAwareness(state),
    state.awareness.buriedAt,
    ...SUSPICIONS.map((tag) => recorded[`hypothesis:${tag}`]),
  ].filter((at) => at !== null && at !== undefined);
  return moments.length === 0 ? null : Math.min(...moments);
}

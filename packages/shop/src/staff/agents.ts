import { below, draw32, streamKey } from '@dwell/core';
import { personName } from '../population/names.ts';

/**
 * Support agents; about 2,850 work on a given day, each looking up some 80 customers (FACTS §3).
 */
export const AGENT_COUNT = 4_000;

/** A support agent, numbered 1–4000. */
export type Agent = {
  readonly number: number;
  readonly id: string;
  readonly name: { readonly ko: string; readonly en: string };
  readonly shift: 'day' | 'night';
  /** Days of the week off, 0–6, two different ones. */
  readonly daysOff: readonly [number, number];
  /** Customers looked up on a mean working day, 60–100. */
  readonly lookupsPerDay: number;
};

/** Share of agents who work nights. */
const NIGHT_PERCENT = 10;

/** The agent with a number: a function of (seed, number). */
export function agent(seed: number, number: number): Agent {
  const person = personName(streamKey(seed, 'agents.names'), number);
  const traits = streamKey(seed, 'agents.traits');
  const first = below(draw32(traits, number, 0), 7);
  const second = (first + 1 + below(draw32(traits, number, 1), 6)) % 7;
  return {
    number,
    id: `agent-${String(number).padStart(4, '0')}`,
    name: { ko: person.name, en: person.nameLatin },
    shift: below(draw32(traits, number, 2), 100) < NIGHT_PERCENT ? 'night' : 'day',
    daysOff: first < second ? [first, second] : [second, first],
    lookupsPerDay: 60 + below(draw32(traits, number, 3), 41),
  };
}

/** Does an agent work on a day (any integer count of days)? */
export function agentWorks(someone: Agent, day: number): boolean {
  const weekday = ((day % 7) + 7) % 7;
  return !someone.daysOff.includes(weekday);
}

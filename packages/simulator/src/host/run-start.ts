import { badInput, parseTime, type SimTime, TICK_MS } from '@dwell/core';
import type { RunStart } from '../router/types.ts';
import type { Scenario } from '../scenario/types.ts';

/**
 * Simulated time of `campaign`, `crisis` or an ISO date or time; a whole tick. A crisis starts with the
 * first mail on the desk, one tick after it was sent. Errors: `TIME`, `START`.
 */
export function startTime(scenario: Scenario, start: RunStart): SimTime {
  const { campaign, crisis } = scenario.starts;
  const named = start === 'campaign' ? campaign : start === 'crisis' ? crisis + TICK_MS : null;
  const at = named ?? parseTime(start, scenario.calendar, 'start');
  if (at < 0 || at >= scenario.horizon) {
    throw badInput(
      'START',
      'the exercise would start outside the scenario',
      'start',
      'choose campaign, crisis, or a time within the scenario',
    );
  }
  return Math.floor(at / TICK_MS) * TICK_MS;
}

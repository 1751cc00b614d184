import type { SimTime } from '@dwell/core';
import type { Scenario } from '../../scenario/types.ts';
import { plannedInject, plannedInjects, sentByScenario, waitsForDayZero } from './injects.ts';
import { untouched, type ExerciseState, type InjectState } from './state.ts';

/** The exercise before anything has happened; null for a run without one. */
export function initialExercise(scenario: Scenario): ExerciseState | null {
  if (!scenario.exercise) return null;
  return {
    lookAt: 0,
    beganAt: null,
    injects: Object.fromEntries(
      plannedInjects(scenario).map((inject) => [inject.id, initialInject(scenario, inject.id)]),
    ),
    proposals: [],
    decisions: {},
    recorded: {},
    estimate: null,
    documents: [],
    contacts: [],
    attackerPace: 1000,
    attacker: 'idle',
    logsFrom: null,
    deviceWipedAt: null,
    secondaryHarm: 0,
    costWon: 0,
    awareAt: null,
    notes: [],
    lostByDay: [],
  };
}

function initialInject(scenario: Scenario, id: string): InjectState {
  const own = sentByScenario(scenario, id);
  if (own) return untouched(waitsForDayZero(scenario, own) ? null : own.at, true);
  const at = knownTime(scenario, id);
  return untouched(at, at !== null);
}

/** When an inject that hangs on time alone is sent; null for all others. */
function knownTime(scenario: Scenario, id: string): SimTime | null {
  const trigger = plannedInject(scenario, id)?.trigger;
  return trigger && 'at' in trigger.when ? trigger.when.at + trigger.after : null;
}

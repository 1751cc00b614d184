import { TICKS_PER_DAY } from '@dwell/core';
import { incidentContacts } from '../../world/harm.ts';
import type { WorldApi } from '../../world/world-api.ts';
import { costSoFar } from '../../run/summarise.ts';
import type { Facts } from '../documents/types.ts';
import { isOpen } from './check.ts';
import { factsAt } from './facts.ts';
import type { ExerciseState } from './state.ts';

/** An exercise as it stands, commands that still wait for their tick included. With ground truth: for the host. */
export type ExerciseView = {
  state: ExerciseState;
  /** What is true and knowable now. */
  facts: Facts;
  /** Decisions that can be taken now. */
  openDecisions: readonly string[];
  standing: {
    /** Contacts a day that the incident causes, full scale. */
    contactsPerDay: number;
    secondaryHarm: number;
    costWon: number;
  };
};

/** A copy of what a host needs of an exercise; null in a run without one. */
export function exerciseView(world: WorldApi): ExerciseView | null {
  const { state, scenario, now, knobs } = world;
  if (!state.exercise || !scenario.exercise) return null;
  return {
    state: structuredClone(state.exercise),
    facts: factsAt(world),
    openDecisions: scenario.exercise.decisions
      .map(({ id }) => id)
      .filter((id) => isOpen(world, id)),
    standing: {
      contactsPerDay: Math.round(incidentContacts(state, now, knobs) * TICKS_PER_DAY),
      secondaryHarm: state.exercise.secondaryHarm,
      costWon: costSoFar(world),
    },
  };
}

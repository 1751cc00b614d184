import { badInput } from '@dwell/core';
import type { ExercisePlan } from '../exercise/types.ts';
import type { Scenario } from '../scenario/types.ts';

/** The exercise that was played in a scenario. Errors (exit 2): `CASE` when there was none. */
export function planOf({ exercise, name }: Scenario): ExercisePlan {
  if (exercise) return exercise;
  const todo = 'give the case of an exercise';
  throw badInput('CASE', 'no exercise was played in this run', name, todo);
}

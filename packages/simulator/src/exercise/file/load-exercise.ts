import { throwFirst } from '../../scenario/problem.ts';
import { readSource, shippedNames } from '../../scenario/shipped.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { ExercisePlan } from '../types.ts';
import { type ExerciseSource, readExercise } from './read-exercise.ts';

const shipped = new Map<string, ExerciseSource>();

/** Names of the exercises that come with the package. */
export function exerciseNames(): string[] {
  return shippedNames('exercises');
}

/**
 * A shipped exercise by name, or one of a YAML file by path, resolved against a scenario, at its full
 * length. Errors (exit 2): `NO_SUCH`, `FILE`, or the first problem with its place.
 */
export function loadExercise(nameOrFile: string, scenario: Scenario): ExercisePlan {
  return loadExerciseSource(nameOrFile, scenario).plan;
}

/**
 * The same with what its other lengths need; without a scenario, against the one that it names. What
 * ships is read once.
 */
export function loadExerciseSource(
  nameOrFile: string,
  scenario: Scenario | null = null,
): ExerciseSource {
  const known = scenario ? undefined : shipped.get(nameOrFile);
  if (known) return known;
  const source = readSource(nameOrFile, 'exercises', 'exercise');
  const { exercise, problems } = readExercise(source, scenario);
  throwFirst(problems);
  if (!scenario && exerciseNames().includes(nameOrFile)) shipped.set(nameOrFile, exercise!);
  return exercise!;
}

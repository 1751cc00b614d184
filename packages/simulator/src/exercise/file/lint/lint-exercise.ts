import { type Problem, sortProblems } from '../../../scenario/problem.ts';
import type { SourceText } from '../../../scenario/shipped.ts';
import type { Scenario } from '../../../scenario/types.ts';
import type { ExercisePlan } from '../../types.ts';
import type { ExerciseFile } from '../exercise-schema.ts';
import { ProblemList } from '../problem-list.ts';
import { readExercise } from '../read-exercise.ts';
import { checkClocks } from './clocks.ts';
import { checkCompleteness } from './completeness.ts';
import { checkReach } from './reach.ts';
import { checkWorkload } from './workload.ts';

/** What the checks look at: the file as written, what it means, and where to complain. */
export type Linted = {
  file: ExerciseFile;
  plan: ExercisePlan;
  scenario: Scenario;
  list: ProblemList;
};

/**
 * Every problem of an exercise file and its parts: what does not read, what can never happen, what has
 * no price, no evidence or no second language, and (warnings) what makes it bad to play.
 */
export function lintExercise(source: SourceText): Problem[] {
  const { exercise, file, root, world, problems } = readExercise(source);
  if (!exercise || !file || !root || !world) return sortProblems(problems);
  const list = new ProblemList(root);
  const linted: Linted = { file, plan: exercise.plan, scenario: world, list };
  checkReach(linted);
  checkCompleteness(linted);
  checkClocks(linted);
  checkWorkload(linted);
  return sortProblems([...problems, ...list.problems]);
}

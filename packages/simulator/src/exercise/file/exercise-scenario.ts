import type { ExerciseSettings } from '../../router/exercise-types.ts';
import { withOverrides } from '../../scenario/knob-values.ts';
import { loadScenario } from '../../scenario/load.ts';
import { scenarioHash } from '../../scenario/normalise.ts';
import type { Scenario } from '../../scenario/types.ts';
import { jurisdictionsAt } from '../clocks/load-jurisdiction.ts';
import type { ExercisePlan } from '../types.ts';
import { withSettings } from './exercise-plan.ts';
import { exerciseNames, loadExerciseSource } from './load-exercise.ts';

/**
 * The scenario that a run of this exercise is made of: the one its file names, with what the difficulty
 * changes in the world, the plan, and the hash of all of it. Errors: as `loadExercise`.
 */
export function exerciseScenario(
  settings: Pick<
    ExerciseSettings,
    'exercise' | 'length' | 'difficulty' | 'jurisdictions' | 'roles'
  >,
): Scenario {
  const source = loadExerciseSource(settings.exercise);
  const scenario = loadScenario(source.scenario);
  return withExercise(scenario, withSettings(source, settings), settings.difficulty.logGapDays);
}

/** A scenario with an exercise around it, the law in force when it begins, and days of logs that are kept less. */
export function withExercise(scenario: Scenario, plan: ExercisePlan, logGapDays = 0): Scenario {
  const kept = scenario.knobs['world.retention_days'] - logGapDays;
  const knobs =
    logGapDays === 0
      ? scenario.knobs
      : withOverrides(scenario.knobs, { 'world.retention_days': kept }, 'difficulty.logGapDays');
  const own = new Set(plan.injects.filter((inject) => !isSentBefore(inject)).map(({ id }) => id));
  const injects = scenario.injects.filter(
    (inject) => inject.dayZero || (inject.at <= scenario.starts.crisis && !own.has(inject.id)),
  );
  const laws = jurisdictionsAt(plan.jurisdictions, scenario.calendar, scenario.starts[plan.mode]);
  const draft = { ...scenario, knobs, injects, exercise: { ...plan, laws } };
  return { ...draft, hash: scenarioHash(draft) };
}

/** Does the scenario itself send it? */
function isSentBefore({ id, trigger }: ExercisePlan['injects'][number]): boolean {
  const when = trigger?.when;
  return when !== undefined && 'inject' in when && when.inject === id;
}

/** Every shipped exercise at full length, for the shelf. */
export function exerciseShelf(): { name: string; scenario: string; plan: ExercisePlan }[] {
  return exerciseNames().map((name) => {
    const { scenario, plan } = loadExerciseSource(name);
    return { name, scenario, plan };
  });
}

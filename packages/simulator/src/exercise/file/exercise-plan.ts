import type { ExerciseSettings } from '../../router/exercise-types.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { ExerciseInject, ExercisePlan } from '../types.ts';
import { isTask } from './is-task.ts';
import { leaveOut } from './leave-out.ts';
import { loadExerciseSource } from './load-exercise.ts';
import type { ExerciseSource } from './read-exercise.ts';
import { withRoles } from './roles-in-play.ts';

/** What of an exercise's settings changes its plan. */
export type PlanSettings = Pick<
  ExerciseSettings,
  'length' | 'difficulty' | 'jurisdictions' | 'roles'
>;

/**
 * The plan of a shipped exercise, or of one by file, as these settings have it: plain JSON.
 * Errors: as `loadExercise`.
 */
export function exercisePlan(
  name: string,
  { scenario, settings }: { scenario: Scenario; settings: PlanSettings },
): ExercisePlan {
  return withSettings(loadExerciseSource(name, scenario), settings);
}

/** A plan at full length as the settings have it. The same settings give the same plan. */
export function withSettings(source: ExerciseSource, settings: PlanSettings): ExercisePlan {
  const { difficulty, jurisdictions } = settings;
  const long = withLength(source, settings.length);
  const pace = difficulty.attackerPace;
  const plan: ExercisePlan = {
    ...long,
    injects: thinned(long.injects, difficulty.noise),
    jurisdictions: jurisdictions.length > 0 ? jurisdictions : long.jurisdictions,
    opening:
      pace === 1000 ? long.opening : [...long.opening, { do: 'attacker-pace', permille: pace }],
  };
  return JSON.parse(JSON.stringify(withRoles(plan, settings.roles, source.core))) as ExercisePlan;
}

/**
 * Phases keep their simulated times and share the minutes in proportion. The shortest length keeps the
 * core alone, and gives people as many real minutes for each inject as the full one does.
 */
function withLength(source: ExerciseSource, length: PlanSettings['length']): ExercisePlan {
  const { plan, core } = source;
  const minutes = source.lengths[length];
  if (minutes === plan.minutes) return plan;
  const scaled = (minute: number) => Math.round((minute * minutes) / plan.minutes);
  const phases = plan.phases.map((phase) => ({
    ...phase,
    minutes: { from: scaled(phase.minutes.from), to: scaled(phase.minutes.to) },
  }));
  const changed = { ...plan, minutes, phases };
  if (length !== 'lightning') return changed;
  const stretch = Math.max(1, Math.round(plan.minutes / minutes));
  // An exercise that marks no core is short by its clock alone.
  const short = core.length === 0 ? changed : leaveOut(changed, (id) => core.includes(id));
  const injects = short.injects.map((inject) => ({
    ...inject,
    within: inject.within === null ? null : inject.within * stretch,
  }));
  return { ...short, injects };
}

/** Keeps a share of what is there only to be noise, evenly by its place in the file. */
function thinned(injects: readonly ExerciseInject[], share: number): ExerciseInject[] {
  const keep = Math.min(1, Math.max(0, share));
  let place = 0;
  return injects.filter((inject) => {
    if (inject.matters || isTask(inject) || inject.trigger === null) return true;
    place += 1;
    return Math.floor(place * keep) > Math.floor((place - 1) * keep);
  });
}

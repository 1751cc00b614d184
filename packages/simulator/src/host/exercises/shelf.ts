import { jurisdictionsInForce } from '../../exercise/clocks/load-jurisdiction.ts';
import { FORMS } from '../../exercise/documents/forms.ts';
import type { Form } from '../../exercise/documents/types.ts';
import { exerciseShelf } from '../../exercise/file/exercise-scenario.ts';
import type { ExercisePlan } from '../../exercise/types.ts';
import { loadScenario } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { ExerciseCard } from '../exercise-service.ts';

/** Whose clocks can run when the exercise begins. */
function laws(scenario: Scenario, { mode }: ExercisePlan): ExerciseCard['jurisdictions'] {
  return jurisdictionsInForce(scenario.calendar, scenario.starts[mode]).map(
    ({ name, title, rules }) => ({
      id: name,
      title,
      source: [...new Set(rules.map(({ source }) => source))].join('; '),
    }),
  );
}

/** What is shown of an exercise that is played in this scenario by this plan. */
export function exerciseCard(name: string, scenario: Scenario, plan: ExercisePlan): ExerciseCard {
  const { title, summary, mode, minutes } = plan;
  const jurisdictions = laws(scenario, plan);
  return { name, scenario: scenario.name, title, summary, mode, minutes, plan, jurisdictions };
}

let cards: ExerciseCard[] | null = null;

/** The exercises that ship with the simulator; read once. */
export function exerciseShelfCards(): ExerciseCard[] {
  cards ??= exerciseShelf().map(({ name, scenario, plan }) =>
    exerciseCard(name, loadScenario(scenario), plan),
  );
  return cards;
}

/** The forms that trainees write. */
export function exerciseForms(): Form[] {
  return [...FORMS];
}

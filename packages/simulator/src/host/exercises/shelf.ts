import { FORMS } from '../../exercise/documents/forms.ts';
import type { Form } from '../../exercise/documents/types.ts';
import { exerciseShelf } from '../../exercise/file/exercise-scenario.ts';
import type { ExerciseCard } from '../exercise-service.ts';

let cards: ExerciseCard[] | null = null;

/** The exercises that ship with the simulator; read once. */
export function exerciseShelfCards(): ExerciseCard[] {
  cards ??= exerciseShelf().map(({ name, scenario, plan }) => {
    const { title, summary, mode, minutes } = plan;
    return { name, scenario, title, summary, mode, minutes, plan, jurisdictions: [] };
  });
  return cards;
}

/** The forms that trainees write. */
export function exerciseForms(): Form[] {
  return [...FORMS];
}

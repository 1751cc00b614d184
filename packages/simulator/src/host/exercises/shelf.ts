import { loadJurisdiction, shippedJurisdictions } from '../../exercise/clocks/load-jurisdiction.ts';
import { FORMS } from '../../exercise/documents/forms.ts';
import type { Form } from '../../exercise/documents/types.ts';
import { exerciseShelf } from '../../exercise/file/exercise-scenario.ts';
import type { ExerciseCard } from '../exercise-service.ts';

/** Whose clocks can run; the files of one place that follow each other stand under its short name. */
function laws(): ExerciseCard['jurisdictions'] {
  return shippedJurisdictions().map((name) => {
    const { title, rules } = loadJurisdiction(name);
    return { id: name, title, source: [...new Set(rules.map(({ source }) => source))].join('; ') };
  });
}

let cards: ExerciseCard[] | null = null;

/** The exercises that ship with the simulator; read once. */
export function exerciseShelfCards(): ExerciseCard[] {
  cards ??= exerciseShelf().map(({ name, scenario, plan }) => {
    const { title, summary, mode, minutes } = plan;
    return { name, scenario, title, summary, mode, minutes, plan, jurisdictions: laws() };
  });
  return cards;
}

/** The forms that trainees write. */
export function exerciseForms(): Form[] {
  return [...FORMS];
}

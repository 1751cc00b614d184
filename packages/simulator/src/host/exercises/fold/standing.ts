import type { ExercisePlan } from '../../../exercise/types.ts';
import type { ExerciseView } from '../../../exercise/world/view.ts';
import type { ConsoleSections } from '../../../router/exercise-types.ts';
import type { Audience } from './audience.ts';

/** Roles that hear of people hurt by what others did with their data. */
const NEAR_PEOPLE: readonly string[] = [
  'incident-commander',
  'care',
  'communications',
  'privacy',
  'executive',
];

/** How things stand outside, full scale, for the roles that would know. */
export function standingSection(
  plan: ExercisePlan,
  standing: ExerciseView['standing'] | null,
  { roles }: Audience,
): ConsoleSections['standing'] {
  const { contactsPerDay = 0, secondaryHarm = 0, costWon = 0 } = standing ?? {};
  const seesMoney = plan.cards.some(
    (card) => roles.includes(card.role) && card.tools.includes('money'),
  );
  return {
    contactsPerDay,
    secondaryHarm: roles.some((role) => NEAR_PEOPLE.includes(role)) ? secondaryHarm : null,
    costWon: seesMoney ? costWon : null,
  };
}

import { creditsOf } from './credit.ts';
import { scoreSheet } from './equation/score-sheet.ts';
import type { History } from './history.ts';
import { measures as measuresOf } from './measures/measures.ts';
import { objectiveRatings } from './ratings/objective-ratings.ts';
import type { Letter, ObjectiveRating, Rating, Score, Template } from './score.ts';

/**
 * A history's score by a template: what was measured, what each objective's measures suggest and an
 * evaluator gave, the team's points by measures alone, the official ones with the letters given in the
 * place of those suggested, and what each person did. A pure function: the same history scores the same
 * anywhere, however fast it was played and whatever people are called. Errors (exit 2): those of
 * `checkRating`.
 */
export function score(
  history: History,
  { ratings, template }: { ratings: readonly Rating[]; template: Template },
): Score {
  const measures = measuresOf(history);
  const objectives = objectiveRatings(history, measures, ratings);
  const sheet = (letterOf: (each: ObjectiveRating) => Letter | null) => {
    const letters = new Map(objectives.map((each) => [each.objective, letterOf(each)]));
    return scoreSheet(template, { measures, letters, history });
  };
  return {
    measures,
    objectives,
    team: sheet(({ suggested }) => suggested),
    official: {
      ...sheet(({ suggested, given }) => given?.letter ?? suggested),
      final: objectives.length > 0 && objectives.every(({ given }) => given !== null),
    },
    people: creditsOf(history, template),
  };
}

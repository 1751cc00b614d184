import type { History } from '../history.ts';
import type { Measure, ObjectiveRating, Rating } from '../score.ts';
import { checkRating } from './check-rating.ts';
import { suggestLetter } from './suggest-letter.ts';

/**
 * Every objective of an exercise with its measures, the letter they suggest, and the last one given. A
 * rating all of whose moments were undone since by taking the clock back stands no more; with no moment,
 * no observation or no such objective it is refused with the errors of `checkRating`.
 */
export function objectiveRatings(
  history: History,
  measures: readonly Measure[],
  ratings: readonly Rating[],
): ObjectiveRating[] {
  const there = new Set(history.moments.map(({ id }) => id));
  const standing = ratings.flatMap((rating) => {
    const moments = rating.moments.filter((id) => there.has(id));
    if (rating.moments.length > 0 && moments.length === 0) return [];
    checkRating(rating, history);
    return [{ ...rating, moments }];
  });
  return history.objectives.map(({ id }) => ({
    objective: id,
    measures: measures.filter(({ objective }) => objective === id).map((each) => each.id),
    suggested: suggestLetter(id, history, measures),
    given: standing.findLast(({ objective }) => objective === id) ?? null,
  }));
}

import { badInput } from '@dwell/core';
import type { History } from '../history.ts';
import type { Rating } from '../score.ts';

/**
 * Refuses a rating that nobody could stand by. Errors (exit 2): `RATING_OBJECTIVE` for an objective that
 * the exercise has not; `RATING_OBSERVATION` without a word of what was seen; `RATING_MOMENTS` when it is
 * pinned to no moment of this history.
 */
export function checkRating(
  rating: Rating,
  history: Pick<History, 'objectives' | 'moments'>,
): void {
  const where = `rating of ${rating.objective}`;
  const known = history.objectives.map(({ id }) => id);
  if (!known.includes(rating.objective)) {
    const todo = `rate one of ${known.join(', ')}`;
    throw badInput('RATING_OBJECTIVE', 'this exercise has no such objective', where, todo);
  }
  if (rating.observation.trim() === '') {
    const todo = 'write down what you saw, in a sentence';
    throw badInput('RATING_OBSERVATION', 'a letter without an observation', where, todo);
  }
  if (rating.moments.length === 0) {
    const todo = 'pin it to a moment of the timeline at least';
    throw badInput('RATING_MOMENTS', 'an observation without a moment', where, todo);
  }
  if (!history.moments.some(({ id }) => rating.moments.includes(id))) {
    const what = `${rating.moments.join(', ').slice(0, 80)} did not happen in this history`;
    throw badInput('RATING_MOMENTS', what, where, 'pin it to a moment of the timeline');
  }
}

// Goal: a rating stands only with what was seen and where; the last one of an objective is the one that counts.
import { expect, test } from 'vitest';
import type { Rating } from '../score.ts';
import { D0, makeHistory, makeMoment } from '../testing/make-history.ts';
import { checkRating } from './check-rating.ts';
import { objectiveRatings } from './objective-ratings.ts';

const HISTORY = makeHistory({
  moments: [makeMoment('c1', 'note', D0), makeMoment('c2', 'note', D0)],
});

const rating = (given: Partial<Rating> = {}): Rating => ({
  objective: 'O2',
  letter: 'S',
  observation: 'The commander was named late, then held the log well.',
  moments: ['c1'],
  by: 'eva',
  ...given,
});
const given = (...ratings: Rating[]) =>
  objectiveRatings(HISTORY, [], ratings).find(({ objective }) => objective === 'O2')!.given;

test('without an observation or a moment it is refused with what to do', () => {
  expect(() => given(rating({ observation: ' \n' }))).toThrow(
    'a letter without an observation · rating of O2 · write down what you saw, in a sentence',
  );
  expect(() => given(rating({ moments: [] }))).toThrow(
    'an observation without a moment · rating of O2 · pin it to a moment of the timeline at least',
  );
  expect(() => given(rating({ objective: 'O9' }))).toThrow(
    'this exercise has no such objective · rating of O9 · rate one of O1, O2, O3, O4, O5, O6, O7',
  );
});

test('a door refuses a moment that did not happen', () => {
  expect(() => checkRating(rating({ moments: ['c99'] }), HISTORY)).toThrow(
    'c99 did not happen in this history',
  );
  expect(() => checkRating(rating(), HISTORY)).not.toThrow();
});

test('the last rating of an objective counts', () => {
  expect(given(rating({ letter: 'M' }), rating({ letter: 'P' }))?.letter).toBe('P');
  expect(given()).toBeNull();
});

test('moments that a rewind undid fall away, and with the last of them the rating', () => {
  expect(given(rating({ moments: ['c2', 'c99'] }))?.moments).toEqual(['c2']);
  expect(given(rating({ moments: ['c99'] }))).toBeNull();
});

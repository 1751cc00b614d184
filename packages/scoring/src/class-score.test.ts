// Goal: a class is shown beside each other, and put in an order only where that is fair.
import { expect, test } from 'vitest';
import { classScore } from './class-score.ts';
import type { Letter, Score } from './score.ts';

type Points = number | null;

function scored(
  points: Points,
  letters: string,
  template = 'standard',
  process: Points = 20,
): Score {
  const group = (id: string, of: number, each: Points) => ({
    ...{ id, of, points: each },
    ...{ from: [], lines: [] },
  });
  const groups = [group('outcome', 50, points), group('process', 35, process)];
  return {
    measures: [],
    objectives: letters.split('').map((letter, i) => ({
      objective: `O${i + 1}`,
      measures: [],
      suggested: letter === '-' ? null : (letter as Letter),
      given: null,
    })),
    team: { template, points: 0, groups, hintsOff: 0 },
    official: { template, points, groups, hintsOff: 0, final: false },
    people: [],
  };
}

const STANDARD = { name: 'standard', ranks: true };
const teams = (...scores: Score[]) => scores.map((score, i) => ({ team: `team-${i + 1}`, score }));
const places = (...scores: Score[]) =>
  classScore(teams(...scores), STANDARD).rows.map(({ team, place }) => [team, place]);

test('teams stand in the order of their points, equals share a place, and none comes last', () => {
  expect(places(scored(40, 'P'), scored(null, 'P'), scored(70, 'P'), scored(40, 'S'))).toEqual([
    ['team-3', 1],
    ['team-1', 2],
    ['team-4', 2],
    ['team-2', null],
  ]);
});

test('a first-time class is never put in an order', () => {
  const template = { name: 'first-class', ranks: false };
  const both = teams(scored(40, 'P', 'first-class'), scored(70, 'P', 'first-class'));
  const { rows, unranked } = classScore(both, template);
  expect(unranked).toBe('first-time');
  expect(rows.map(({ team, place }) => [team, place])).toEqual([
    ['team-1', null],
    ['team-2', null],
  ]);
});

test('nor are teams by different templates, by the outcome alone, or one by itself', () => {
  const why = (...scores: Score[]) => classScore(teams(...scores), STANDARD).unranked;
  expect(why(scored(40, 'P'), scored(70, 'P', 'response'))).toBe('other-templates');
  expect(why(scored(40, 'P', 'standard', null), scored(70, 'P'))).toBe('outcome-alone');
  expect(why(scored(40, 'P'))).toBe('too-few');
  expect(why(scored(40, 'P'), scored(null, 'P'))).toBe('too-few');
});

test('the spread of a class, and its letters with the worst objective first', () => {
  const { points, groups, objectives } = classScore(
    teams(scored(40, 'PU-'), scored(70, 'SM-'), scored(41, 'PP-'), scored(null, 'P--')),
    STANDARD,
  );
  expect(points).toEqual({ low: 40, middle: 41, high: 70 });
  expect(groups[1]).toEqual({ id: 'process', of: 35, points: { low: 20, middle: 20, high: 20 } });
  expect(objectives).toEqual([
    { objective: 'O2', letters: { P: 1, S: 0, M: 1, U: 1 } },
    { objective: 'O1', letters: { P: 3, S: 1, M: 0, U: 0 } },
    { objective: 'O3', letters: { P: 0, S: 0, M: 0, U: 0 } },
  ]);
});

test('the middle of an even number is between the two', () => {
  expect(classScore(teams(scored(40, 'P'), scored(71, 'P')), STANDARD).points?.middle).toBe(55.5);
});

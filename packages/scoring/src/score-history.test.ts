// Goal: a score depends on what happened and on nothing else, whatever the history and the template.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { History } from './history.ts';
import { score } from './score-history.ts';
import type { Letter, Rating, Score } from './score.ts';
import { shippedTemplate, shippedTemplates } from './templates.ts';
import { arbitraryHistory } from './testing/arbitrary-history.ts';
import { makeHistory } from './testing/make-history.ts';
import { renameActors } from './testing/rename-actors.ts';
import { sampleHistory } from './testing/sample-history.ts';
import { shiftHistory } from './testing/shift-history.ts';

const template = fc.constantFrom(...shippedTemplates());
const numRuns = 150;

function rating(objective: string, letter: Letter, { moments }: History): Rating {
  return { objective, letter, observation: 'Seen.', moments: [moments[0]!.id], by: 'eva' };
}

/** Everything in a score that is not somebody's id. */
const figures = ({ people, ...rest }: Score, to: (id: string) => string = (id) => id) => ({
  ...rest,
  people: people
    .map((credit) => ({ ...credit, by: to(credit.by) }))
    .toSorted((one, other) => (one.by < other.by ? -1 : 1)),
});

test('other names and another order of people change no figure', () => {
  const other = (id: string) => `person-${id}`;
  const same = (history: History, by = shippedTemplate('standard')) => {
    const one = score(history, { ratings: [], template: by });
    const two = score(renameActors(history, other), { ratings: [], template: by });
    expect(figures(two)).toEqual(figures(one, other));
  };
  same(sampleHistory());
  fc.assert(fc.property(arbitraryHistory, template, same), { numRuns });
});

test('another date changes no points', () => {
  const sheets = ({ team, official }: Score) => ({ team, official });
  fc.assert(
    fc.property(arbitraryHistory, fc.nat(10_000), (history, minutes) => {
      const by = { ratings: [], template: shippedTemplate('standard') };
      const later = shiftHistory(history, minutes * 60_000);
      expect(sheets(score(later, by))).toEqual(sheets(score(history, by)));
    }),
    { numRuns },
  );
});

test('the same history scores the same, and does not change by it', () => {
  const history = sampleHistory();
  const before = structuredClone(history);
  const by = { ratings: [], template: shippedTemplate('standard') };
  expect(score(history, by)).toEqual(score(before, by));
  expect(history).toEqual(before);
});

test('points stay within 0 and 100, and a line within what it is of', () => {
  fc.assert(
    fc.property(arbitraryHistory, template, (history, by) => {
      const { team, official, people } = score(history, { ratings: [], template: by });
      for (const sheet of [team, official]) {
        const lines = [...sheet.groups, ...sheet.groups.flatMap((group) => group.lines)];
        for (const { points, of } of [...lines, { points: sheet.points, of: 100 }]) {
          expect(points === null || (points >= 0 && points <= of)).toBe(true);
        }
      }
      for (const { points } of people) {
        expect(points === null || (points >= 0 && points <= 100)).toBe(true);
      }
    }),
    { numRuns },
  );
});

test('evaluators who give the letters that were suggested change no points', () => {
  const filled = arbitraryHistory.filter(({ moments }) => moments.length > 0);
  fc.assert(
    fc.property(filled, template, (history, by) => {
      const { objectives, team } = score(history, { ratings: [], template: by });
      const ratings = objectives.flatMap(({ objective, suggested }) =>
        suggested ? [rating(objective, suggested, history)] : [],
      );
      const { final, ...official } = score(history, { ratings, template: by }).official;
      expect(official).toEqual(team);
      expect(final).toBe(ratings.length === objectives.length);
    }),
    { numRuns },
  );
});

test('a given letter takes the place of the one suggested, in the official score alone', () => {
  const history = sampleHistory();
  const ratings = [rating('O2', 'P', history)];
  const by = { ratings, template: shippedTemplate('standard') };
  const { team, official, objectives } = score(history, by);
  // O2 M → P: 5.25 × (1 − 0.4) more.
  expect(official.points! - team.points!).toBeCloseTo(3.15, 9);
  expect(official.final).toBe(false);
  expect(objectives[1]).toMatchObject({ suggested: 'M', given: { letter: 'P' } });
});

test('an objective without rule or rating is left out', () => {
  const [first] = makeHistory().objectives;
  const history = { ...sampleHistory(), objectives: [{ ...first!, id: 'X1' }] };
  const { objectives, team } = score(history, {
    ratings: [],
    template: shippedTemplate('standard'),
  });
  expect(objectives).toEqual([{ objective: 'X1', measures: [], suggested: null, given: null }]);
  expect(team.groups[1]).toMatchObject({ id: 'process', points: null, lines: [] });
});

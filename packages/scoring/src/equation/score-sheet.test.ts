// Goal: an equation is filled in as its template says: by hand-computed examples, and for any figures.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEASURES } from '../measures/traits.ts';
import type { Letter, Measure, MeasureId } from '../score.ts';
import { shippedTemplates } from '../templates.ts';
import { makeOutcome } from '../testing/make-history.ts';
import { falling, makeTemplate } from '../testing/make-template.ts';
import { scoreSheet, type SheetInput } from './score-sheet.ts';

function figure(id: MeasureId, value: number | null, reason = 'not-guided'): Measure {
  const { unit, better, objective } = MEASURES[id];
  const why = value === null ? reason : null;
  return { id, value, unit, better, objective, evidence: [], at: null, why };
}

type Given = {
  residual?: number | null;
  harm?: number | null;
  why?: string;
  letters?: readonly (readonly [string, Letter | null])[];
  prices?: readonly number[];
  ended?: boolean;
  lost?: number;
  mode?: 'campaign' | 'crisis';
};

/** Residual 4, harm 10, O1 P, O2 M: 60 × (0.75 × 0.6 + 0.25 × 0) + 40 × (0.5 × 1 + 0.5 × 0.5) = 27 + 30. */
function input(given: Given = {}): SheetInput {
  const { residual = 4, harm = 10, prices = [], ended = true, lost = 1, mode = 'crisis' } = given;
  const letters = given.letters ?? [
    ['O1', 'P'],
    ['O2', 'M'],
  ];
  return {
    measures: [figure('residual-forged', residual), figure('secondary-harm', harm, given.why)],
    letters: new Map(letters),
    history: {
      mode,
      ended,
      hints: prices.map((price) => ({ moment: 'c1', inject: 'i', price })),
      outcome: makeOutcome({ accountsLost: lost }),
    },
  };
}

test('each line is its share of its group, each group its weight of the whole', () => {
  const sheet = scoreSheet(makeTemplate(), input());
  expect(sheet.points).toBe(57);
  expect(sheet.groups.map(({ id, points, of }) => [id, points, of])).toEqual([
    ['outcome', 27, 60],
    ['process', 30, 40],
  ]);
  expect(sheet.groups[0]!.lines).toEqual([
    { id: 'residual-forged', points: 27, of: 45, from: ['residual-forged'] },
    { id: 'secondary-harm', points: 0, of: 15, from: ['secondary-harm'] },
  ]);
});

test('a line that could not be told leaves its points to the rest of its group', () => {
  const sheet = scoreSheet(makeTemplate(), input({ harm: null }));
  // Outcome is 60 × 0.6 now.
  expect(sheet.groups[0]!.points).toBe(36);
  expect(sheet.groups[0]!.lines[1]!.points).toBeNull();
  expect(sheet.points).toBe(66);
});

test('a group that could not be told is left out of the whole', () => {
  const sheet = scoreSheet(makeTemplate(), input({ harm: null, residual: null }));
  expect(sheet.groups[0]!.points).toBeNull();
  // 30 of 40.
  expect(sheet.points).toBe(75);
});

test('where nothing could be told there are no points', () => {
  const none = input({ harm: null, residual: null, letters: [['O1', null]], prices: [3] });
  expect(scoreSheet(makeTemplate(), none).points).toBeNull();
});

test('an objective that the exercise has not is no line at all', () => {
  const sheet = scoreSheet(makeTemplate(), input({ letters: [['O2', 'M']] }));
  expect(sheet.groups[1]!.lines.map(({ id, points, of }) => [id, points, of])).toEqual([
    ['O2', 20, 40],
  ]);
  expect(sheet.points).toBe(47);
});

test('hints cost their price, and never more than there is', () => {
  const sheet = scoreSheet(makeTemplate({ hintPoints: 0.5 }), input({ prices: [2, 3] }));
  expect([sheet.hintsOff, sheet.points]).toEqual([2.5, 54.5]);
  expect(scoreSheet(makeTemplate(), input({ prices: [200] })).points).toBe(0);
});

test('a measure without a value counts as its term says, once it is over and something was lost', () => {
  const made = (missing: 'zero' | 'full') =>
    makeTemplate({
      groups: [
        {
          id: 'outcome',
          weight: 100,
          terms: [falling('residual-forged', 50), falling('secondary-harm', 50, missing)],
        },
      ],
    });
  const points = (missing: 'zero' | 'full', given: Given) =>
    scoreSheet(made(missing), input({ harm: null, ...given })).points;
  expect(points('zero', {})).toBe(30);
  expect(points('full', {})).toBe(80);
  expect(points('zero', { ended: false })).toBe(60);
  expect(points('zero', { lost: 0 })).toBe(60);
  expect(points('zero', { why: 'no-bounds' })).toBe(60);
});

test('a term of one mode is not there in the other', () => {
  const template = makeTemplate({
    groups: [
      {
        id: 'outcome',
        weight: 100,
        terms: [
          { ...falling('residual-forged', 100), only: 'crisis' },
          { ...falling('secondary-harm', 100), only: 'campaign' },
        ],
      },
    ],
  });
  expect(scoreSheet(template, input({ mode: 'crisis' })).points).toBe(60);
  expect(scoreSheet(template, input({ mode: 'campaign' })).points).toBe(0);
});

const letter = fc.constantFrom<(Letter | null)[]>('P', 'S', 'M', 'U', null);
const value = fc.option(fc.double({ min: 0, max: 20, noNaN: true }));
const price = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 });

test('points stay within 0 and what they are of, for any figures', () => {
  fc.assert(
    fc.property(value, value, letter, letter, price, (residual, harm, o1, o2, prices) => {
      const letters = [['O1', o1] as const, ['O2', o2] as const];
      const sheet = scoreSheet(makeTemplate(), input({ residual, harm, letters, prices }));
      const lines = [...sheet.groups, ...sheet.groups.flatMap((group) => group.lines)];
      for (const { points, of } of [...lines, { points: sheet.points, of: 100 }]) {
        if (points === null) continue;
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(of);
      }
    }),
  );
});

test('a better figure never costs points', () => {
  const known = fc.double({ min: 0, max: 20, noNaN: true });
  fc.assert(
    fc.property(known, known, value, letter, (one, other, harm, o1) => {
      const points = (residual: number) => {
        const letters = [['O1', o1] as const, ['O2', 'S'] as const];
        return scoreSheet(makeTemplate(), input({ residual, harm, letters })).points!;
      };
      return points(Math.min(one, other)) >= points(Math.max(one, other));
    }),
  );
});

test('nor does it by any shipped template, whichever figure it is', () => {
  const ids = Object.keys(MEASURES) as MeasureId[];
  const all = fc.record(
    Object.fromEntries(ids.map((id) => [id, fc.double({ min: 0, max: 1e9, noNaN: true })])),
  );
  const worst = fc.double({ min: 0, max: 1e9, noNaN: true });
  const template = fc.constantFrom(...shippedTemplates());
  fc.assert(
    fc.property(all, template, fc.constantFrom(...ids), worst, (values, by, id, other) => {
      const points = (drawn: number) => {
        const measures = ids.map((each) => figure(each, each === id ? drawn : values[each]!));
        return scoreSheet(by, { ...input(), measures }).points!;
      };
      const [low, high] = [Math.min(values[id]!, other), Math.max(values[id]!, other)];
      const [better, worse] = MEASURES[id].better === 'lower' ? [low, high] : [high, low];
      expect(points(better)).toBeGreaterThanOrEqual(points(worse));
    }),
  );
});

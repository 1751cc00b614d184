// Goal: agreement among people who wrote alone, and confidence against truth, by hand.
import { expect, test } from 'vitest';
import { makeHistory } from '../testing/make-history.ts';
import { measureOf, partsOf, valueOf } from '../testing/measure-of.ts';
import { sampleHistory } from '../testing/sample-history.ts';

const answer = (by: string, low: number, high: number) => ({ by, low, high, confidence: 80 });

const freeze = (question: string, ...answers: ReturnType<typeof answer>[]) => ({
  question,
  at: 0,
  truth: 999,
  answers,
});

test('alignment: mean over pairs, then over questions', () => {
  const freezes = [
    // 1 to 3 orders twice and 4 to 5 once: pairs agree by 1, 0 and 0.
    freeze('accounts', answer('a', 9, 999), answer('b', 9, 999), answer('c', 9_999, 99_999)),
    freeze('days', answer('a', 9, 99), answer('b', 9, 99)),
    // Nobody to agree with.
    freeze('sources', answer('a', 9, 99)),
  ];
  // (1 ÷ 3 + 1) ÷ 2.
  expect(valueOf(makeHistory({ freezes }), 'alignment')).toBeCloseTo(2 / 3, 8);
  expect(Object.keys(partsOf(makeHistory({ freezes }), 'alignment'))).toEqual(['accounts', 'days']);
});

test('alignment: bots are nobody to agree with, and one answer is too few', () => {
  const actors = [{ id: 'b', name: 'Bot', roles: [], bot: true }];
  const freezes = [freeze('accounts', answer('a', 9, 99), answer('b', 9, 99))];
  expect(valueOf(makeHistory({ freezes }), 'alignment')).toBe(1);
  expect(valueOf(makeHistory({ freezes, actors }), 'alignment')).toBe('no-answers');
  expect(valueOf(makeHistory(), 'alignment')).toBe('no-answers');
});

test('calibration: mean squared distance of confidence from what came true', () => {
  // Hypotheses: 60 % wrong 0.36, 80 % right 0.04. Estimates at 90 %: wrong 0.81, right 0.01.
  // Alone: 80 % right 0.04, 90 % wrong 0.81, 50 % wrong 0.25. Sum 2.32 of seven.
  const measure = measureOf(sampleHistory(), 'calibration');
  expect(measure.value).toBeCloseTo(2.32 / 7, 8);
  expect(measure).toMatchObject({
    unit: 'points',
    better: 'lower',
    evidence: ['c5', 'c7', 'c13', 'c15'],
  });
  const parts = partsOf(sampleHistory(), 'calibration');
  expect(parts['hypotheses']).toBeCloseTo(0.2, 8);
  expect(parts['estimates']).toBeCloseTo(0.41, 8);
  expect(parts['alone']).toBeCloseTo(1.1 / 3, 8);
});

test('calibration: kinds of statements that nobody made have no part, and none at all no figure', () => {
  const hypotheses = [
    { moment: 'c1', at: 0, by: 'a', tag: 'hoax', confidence: 130, correct: true },
  ];
  // More than sure counts as sure.
  expect(valueOf(makeHistory({ hypotheses }), 'calibration')).toBe(0);
  expect(partsOf(makeHistory({ hypotheses }), 'calibration')).toEqual({
    hypotheses: 0,
    estimates: null,
    alone: null,
  });
  expect(valueOf(makeHistory(), 'calibration')).toBe('no-confidence');
});

// Goal: calibration is one less the Brier score of all that somebody stated.
import { expect, test } from 'vitest';
import { calibrationOf } from './calibration.ts';
import type { History } from './history.ts';
import { D0, makeHistory } from './testing/make-history.ts';

const guess = (confidence: number, correct: boolean, by = 'ana') => ({
  ...{ moment: 'c1', at: D0, tag: 'forged-tokens' },
  ...{ by, confidence, correct },
});
const estimate = (low: number, high: number, confidence: number) => ({
  ...{ moment: 'c2', at: D0, by: 'ana', truth: 1_000 },
  ...{ low, high, confidence },
});
const of = (given: Partial<History>) => calibrationOf(makeHistory(given), 'ana');

test('sure and right is 1, sure and wrong is 0, fifty-fifty 0.75 either way', () => {
  expect(of({ hypotheses: [guess(100, true)] })).toBe(1);
  expect(of({ hypotheses: [guess(100, false)] })).toBe(0);
  expect(of({ hypotheses: [guess(50, true)] })).toBe(0.75);
  expect(of({ hypotheses: [guess(50, false)] })).toBe(0.75);
});

test('hypotheses, estimates and answers alone count alike', () => {
  // Squares: 0.2² = 0.04 (right), 0.9² = 0.81 (the range misses), 0.4² = 0.16 (it holds): mean 1.01 / 3.
  const given: Partial<History> = {
    hypotheses: [guess(80, true), guess(0, true, 'ben')],
    estimates: [estimate(1, 10, 90)],
    freezes: [
      {
        question: 'how-many',
        at: D0,
        truth: 500,
        answers: [{ by: 'ana', low: 500, high: 600, confidence: 60 }],
      },
    ],
  };
  expect(of(given)).toBeCloseTo(1 - 1.01 / 3, 9);
});

test('who stated nothing has none', () => {
  expect(of({ hypotheses: [guess(80, true, 'ben')] })).toBeNull();
});

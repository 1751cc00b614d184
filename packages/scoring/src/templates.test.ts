// Goal: the shipped templates read, and give the points that a person works out by hand.
import { expect, test } from 'vitest';
import { score } from './score-history.ts';
import { shippedTemplate, shippedTemplates } from './templates.ts';
import { sampleHistory } from './testing/sample-history.ts';

/** The sample's letters are O1 S, O2 M, O3 S, O4 P, O5 M, O6 M, O7 M. */
const sheetOf = (name: string) =>
  score(sampleHistory(), { ratings: [], template: shippedTemplate(name) }).team;
const points = (name: string) => {
  const { groups, points: whole, hintsOff } = sheetOf(name);
  return {
    ...Object.fromEntries(groups.map((group) => [group.id, group.points])),
    hintsOff,
    whole,
  };
};

test('the standard one is first, and only the one for a first class does not rank', () => {
  expect(shippedTemplates().map(({ name, ranks }) => [name, ranks])).toEqual([
    ['standard', true],
    ['first-class', false],
    ['response', true],
  ]);
  expect(() => shippedTemplate('hard')).toThrow(
    'no score template "hard" · template · choose one of standard, first-class, response',
  );
});

test('standard: outcome 50, process 35, learning 15', () => {
  // Loss 4 times the expert’s: 0.9 − 0.2 × 2/3 = 23/30 of 30 = 23. Half the clocks: 6.25 of 12.5.
  // 250,000 of 2,000,000 hours: 1 − 0.1/8 = 0.9875 of 7.5 = 7.40625. Together 36.65625.
  // Letters: 7 × 0.75 + 5.25 × 0.4 + 7 × 0.75 + 5.25 × 1 + 7 × 0.4 + 3.5 × 0.4 = 22.05.
  // O7 M: 9 × 0.4 = 3.6. One rule of two: 1.5. Brier 0.3766: 3 × 0.4 × (0.6 − 0.3766) ÷ 0.35, about 0.766.
  const learning = 3.6 + 1.5 + 3 * 0.4 * ((0.6 - brier()) / 0.35);
  const whole = 36.656_25 + 22.05 + learning - 1;
  expect(points('standard')).toEqual({
    ...{ outcome: 36.66, process: 22.05, hintsOff: 1 },
    learning: Math.round(learning * 100) / 100,
    whole: Math.round(whole * 100) / 100,
  });
});

test('response: outcome 40, process 45, learning 15', () => {
  // Contained after 20 h: 0.8 − 0.4 × 10/30 = 2/3 of 12 = 8. Loss: 23/30 of 8. Clocks: 5 of 10.
  // Guidance after 3 h: 0.75 − 0.35 × 1/22 of 4. Outage: 0.9875 of 6.
  const outcome = 8 + (8 * 23) / 30 + 5 + 4 * (0.75 - 0.35 / 22) + 5.925;
  // 45 × (0.15 × 0.75 + 0.2 × 0.4 + 0.15 × 0.75 + 0.15 + 0.2 × 0.4 + 0.15 × 0.4) = 45 × 0.595.
  const process = 26.775;
  const learning = 10.5 * 0.4 + 4.5 * 0.4 * ((0.6 - brier()) / 0.35);
  expect(points('response').whole).toBeCloseTo(outcome + process + learning - 1, 1);
});

test('first class: nothing on the outcome, and hints are free', () => {
  const { whole, hintsOff, ...groups } = points('first-class');
  expect(Object.keys(groups)).toEqual(['process', 'learning']);
  // 60 × (0.15 × 0.8 + 0.2 × 0.5 + 0.15 × 0.8 + 0.15 + 0.2 × 0.5 + 0.15 × 0.5) = 60 × 0.665.
  expect(groups).toMatchObject({ process: 39.9 });
  expect([hintsOff, whole! > 39.9]).toEqual([0, true]);
});

/** 60 % and wrong, 80 % and right; 90 % and wrong, 90 % and right; alone 80 % right, 90 % and 50 % wrong. */
function brier(): number {
  return (0.36 + 0.04 + 0.81 + 0.01 + 0.04 + 0.81 + 0.25) / 7;
}

// Goal: an equation can be read by people: every weight, knot and price in it, in both languages.
import { expect, test } from 'vitest';
import { shippedTemplate, shippedTemplates } from '../templates.ts';
import { equationOf } from './equation-of.ts';

test('the whole, then each group with a line for each term', () => {
  const [whole, outcome, process] = equationOf(shippedTemplate('standard'), 'en');
  expect(whole).toEqual({
    title: 'Score, 0 to 100 = Outcome 50 + Process 35 + Learning 15',
    lines: [
      'Off it: 0.5 points for each point of the price of a hint; never below 0.',
      'What cannot be told is left out, and its points are spread over the rest.',
      'Letters: P 100% · S 75% · M 40% · U 0%',
    ],
  });
  expect(outcome!.title).toBe('Outcome: 50 points');
  expect(outcome!.lines[0]).toBe(
    '60% · Accounts lost (campaign only) · 0 → 100%, 10,000 → 90%, 336,738 → 60%, 3,367,382 → 30%, 33,673,817 → 0% · without a value: left out',
  );
  expect(process!.lines[0]).toBe('20% · O1 · by its letter');
});

test('spans, shares and multiples read as such', () => {
  const [, outcome] = equationOf(shippedTemplate('response'), 'en');
  expect(outcome!.lines[0]).toContain('4 h → 100%, 10 h → 80%, 1 d 16 h → 40%, 11 d → 0%');
  expect(outcome!.lines[1]).toContain('×1 → 100%');
  expect(outcome!.lines[2]).toContain('0% → 0%, 100% → 100%');
});

test('in Korean too, with as many lines', () => {
  for (const template of shippedTemplates()) {
    const [en, ko] = [equationOf(template, 'en'), equationOf(template, 'ko')];
    expect(ko.map(({ lines }) => lines.length)).toEqual(en.map(({ lines }) => lines.length));
    expect(ko.flatMap(({ title }) => title).every((title) => /[가-힣]/.test(title))).toBe(true);
  }
});

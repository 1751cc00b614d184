import type { DeskTeam } from '@dwell/simulator/router';
import { expect, test } from 'vitest';
import { knownOf, verdictOn } from './known-of.ts';

const record = [
  { at: 1, entry: { kind: 'estimate', low: 1, high: 10, confidence: 50 } },
  { at: 2, entry: { kind: 'note', text: 'n' } },
  { at: 3, entry: { kind: 'estimate', low: 100, high: 900, confidence: 80 } },
];

// Goal: beside the truth stands what the team says now, not what it once said.
test('the latest of each kind counts; without any there is none', () => {
  const { estimate, hypothesis } = knownOf({ record } as unknown as DeskTeam);
  expect(estimate).toMatchObject({ low: 100, high: 900, at: 3 });
  expect(hypothesis).toBeNull();
  expect(verdictOn(estimate!, 500)).toBe('within');
  expect(verdictOn(estimate!, 5000)).toBe('below');
  expect(verdictOn(estimate!, 5)).toBe('above');
});

// Goal: what was lost since the exercise began is counted from nought, whatever was lost before.
import { expect, test } from 'vitest';
import { en } from '@/i18n/en.ts';
import { curveLines, lossSince } from './curve-lines.ts';

test('losses before are left out, those after count on', () => {
  const points = [
    { at: 0, accounts: 100 },
    { at: 50, accounts: 130 },
    { at: 90, accounts: 150 },
  ];
  expect(lossSince(points, 10)).toEqual([
    { at: 10, accounts: 0 },
    { at: 50, accounts: 30 },
    { at: 90, accounts: 50 },
  ]);
  expect(lossSince([], 10)).toEqual([{ at: 10, accounts: 0 }]);
});

test('no two curves look alike without their colours', () => {
  const outcome = {} as never;
  const bounds = (['nothing', 'written', 'expert'] as const).map((name) => ({
    ...{ name, outcome, loss: [] },
  }));
  const lines = curveLines([], bounds, [], en.debrief);
  expect(new Set(lines.map(({ dashes, width }) => `${dashes} ${width}`)).size).toBe(lines.length);
  expect(lines.map(({ id }) => id)).toEqual(['nothing', 'written', 'expert', 'team', 'what-if']);
});

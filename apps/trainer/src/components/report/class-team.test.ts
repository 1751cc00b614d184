// Goal: the better value of a measure is the one its direction says, and nobody is best where all are equal.
import type { Measure } from '@dwell/scoring';
import { expect, test } from 'vitest';
import { bestOf } from './class-team.ts';

const measure = (better: Measure['better'], value: number | null): Measure => ({
  ...{ id: 'cost', unit: 'won', objective: null, evidence: [], at: null, why: null },
  ...{ better, value },
});

test('lower or higher, as the measure says; a value that is not there is never best', () => {
  const of = (better: Measure['better'], values: (number | null)[]) =>
    bestOf(values.map((value) => measure(better, value)));
  expect(of('lower', [3, 1, null])).toEqual([false, true, false]);
  expect(of('higher', [3, 1, 3])).toEqual([true, false, true]);
  expect(of('higher', [2, 2])).toEqual([false, false]);
  expect(bestOf([undefined, measure('lower', 1)])).toEqual([false, false]);
});

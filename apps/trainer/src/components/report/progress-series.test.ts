// Goal: a team's exercises join into one line in the order in which they ended, and kinds are kept apart.
import type { ProgressRow } from '@dwell/simulator/router';
import { expect, test } from 'vitest';
import { linesOf, placesOf } from './progress-series.ts';

const row = (exerciseId: string, team: string, endedWallMs: number, points: number | null) =>
  ({
    ...{ exerciseId, team, endedWallMs, points, name: exerciseId, exercise: 'crisis' },
    ...{ title: { en: 'Crisis', ko: '위기' }, official: null, dwellMs: null, letters: [] },
    ...{ accountsLost: 0, accountsLostByNothing: null, detectedMs: null, containedMs: null },
  }) satisfies ProgressRow;
const ROWS = [row('b', 'Red', 200, 60), row('a', 'Red', 100, 40), row('b', 'Blue', 200, null)];

test('exercises stand in the order in which they ended, each once', () => {
  expect(placesOf(ROWS)).toEqual(['a', 'b']);
});

test('one line a team, oldest first; what has no value leaves no point', () => {
  const lines = linesOf(
    ROWS,
    ({ points }) => points,
    ({ team }) => team,
  );
  expect(
    lines.map(({ name, points }) => [name, points.map(({ place, value }) => [place, value])]),
  ).toEqual([
    [
      'Red',
      [
        [0, 40],
        [1, 60],
      ],
    ],
    ['Blue', []],
  ]);
});

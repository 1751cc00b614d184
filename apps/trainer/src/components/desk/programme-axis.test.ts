import type { ExercisePhase } from '@dwell/simulator/router';
import { expect, test } from 'vitest';
import { programmeAxis } from './programme-axis.ts';

const phase = (
  id: string,
  minutes: [number, number],
  sim: [number, number] | null,
): ExercisePhase => ({
  id,
  title: { en: id, ko: id },
  demanded: { en: '', ko: '' },
  minutes: { from: minutes[0], to: minutes[1] },
  sim: sim && { from: sim[0], to: sim[1] },
});

// Goal: a mark stands where people meet it, and a drag back gives the time it was dragged to.
test('phases share the line by real minutes, and places turn back into times', () => {
  const axis = programmeAxis(
    [
      phase('brief', [0, 5], null),
      phase('a', [5, 25], [1000, 2000]),
      phase('b', [25, 45], [2000, 9000]),
    ],
    1000,
    9000,
  );
  expect(axis.place(1500)).toBeCloseTo(0.25);
  expect(axis.place(5500)).toBeCloseTo(0.75);
  expect(axis.place(-1)).toBe(0);
  expect(axis.place(99_999)).toBe(1);
  for (const at of [1000, 1700, 2500, 9000]) expect(axis.timeAt(axis.place(at))).toBeCloseTo(at);
});

test('without phases time runs evenly', () => {
  expect(programmeAxis([], 100, 300).place(200)).toBe(0.5);
});

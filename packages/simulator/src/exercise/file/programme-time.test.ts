// Goal: minutes of the programme and simulated time lead to each other, and the clock never runs back.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExercisePhase } from '../types.ts';
import { programmeMinute, programmeTime } from './programme-time.ts';

const phase = (from: number, to: number, sim: [number, number] | null): ExercisePhase => ({
  id: `p${from}`,
  title: { en: '', ko: '' },
  demanded: { en: '', ko: '' },
  minutes: { from, to },
  sim: sim && { from: sim[0], to: sim[1] },
});
const PHASES = [
  phase(0, 7, null),
  phase(7, 27, [DAY_MS, DAY_MS + 10 * HOUR_MS]),
  phase(27, 50, [DAY_MS + 10 * HOUR_MS, DAY_MS + 40 * HOUR_MS]),
  phase(50, 60, null),
];

test('while the clock stands it stands at the nearest time that moves', () => {
  expect([0, 3, 7, 9, 27, 50, 60].map((minute) => programmeTime(PHASES, minute))).toEqual([
    DAY_MS,
    DAY_MS,
    DAY_MS,
    DAY_MS + HOUR_MS,
    DAY_MS + 10 * HOUR_MS,
    DAY_MS + 40 * HOUR_MS,
    DAY_MS + 40 * HOUR_MS,
  ]);
  expect(programmeTime([phase(0, 5, null)], 3)).toBeNull();
  expect(programmeMinute(PHASES, DAY_MS - MINUTE_MS)).toBeNull();
  expect(programmeMinute(PHASES, DAY_MS + 41 * HOUR_MS)).toBeNull();
});

test('a minute’s time is on a whole tick, leads back to it, and is never before an earlier minute’s', () => {
  fc.assert(
    fc.property(fc.integer({ min: 7, max: 50 }), (minute) => {
      const at = programmeTime(PHASES, minute)!;
      expect(at % MINUTE_MS).toBe(0);
      expect(programmeMinute(PHASES, at)).toBeCloseTo(minute, 1);
      expect(at).toBeGreaterThanOrEqual(programmeTime(PHASES, minute - 1)!);
    }),
    { seed: 42 },
  );
});

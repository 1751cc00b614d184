// Goal: a phase's clock covers its simulated span in its real minutes, from wherever the clock stands.
import { HOUR_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import type { ExercisePhase } from '../../exercise/types.ts';
import { phaseSpeed } from './phase-speed.ts';

const text = { en: '', ko: '' };
const phase = (from: number, to: number, minutes: number): ExercisePhase => ({
  ...{ id: 'p', title: text, demanded: text },
  minutes: { from: 7, to: 7 + minutes },
  sim: { from, to },
});

test('span over minutes; what is left of it when the clock is late or early', () => {
  const notice = phase(0, 10 * HOUR_MS, 20);
  expect(phaseSpeed(notice, 0)).toBe(30);
  expect(phaseSpeed(notice, 5 * HOUR_MS)).toBe(15);
  expect(phaseSpeed(phase(10 * HOUR_MS, 40 * HOUR_MS, 23), 6 * HOUR_MS)).toBe(89);
  expect(phaseSpeed(notice, 11 * HOUR_MS)).toBe(30);
});

test('the clock stands in a phase without simulated time, and keeps within its bounds', () => {
  expect(phaseSpeed({ ...phase(0, 1, 7), sim: null }, 0)).toBeNull();
  expect(phaseSpeed(phase(0, 1_000, 20), 0)).toBe(1);
  expect(phaseSpeed(phase(0, 10 ** 12, 1), 0)).toBe(100_000);
});

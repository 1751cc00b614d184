// Goal: an exercise file becomes a plan whose times, names and parts are right, and says where it is wrong.
import { HOUR_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { loadScenario } from '../../scenario/load.ts';
import { exerciseScenario } from './exercise-scenario.ts';
import { exerciseNames, loadExercise } from './load-exercise.ts';

const scenario = loadScenario('insider-key-live');

test('the shipped crisis maps minutes of the programme to simulated time', () => {
  expect(exerciseNames()).toContain('crisis');
  const plan = loadExercise('crisis', scenario);
  const care = plan.injects.find((inject) => inject.id === 'ticket-orders-quoted')!;
  expect(care.trigger).toEqual({ when: { at: scenario.starts.crisis }, after: 0 });
  expect(care.within).toBe(3 * HOUR_MS);
});

test('a run’s scenario holds the plan, and of its own injects only those up to the first mail', () => {
  const difficulty = { noise: 1, attackerPace: 1000, logGapDays: 30, staffing: 'none' as const };
  const made = exerciseScenario({
    exercise: 'crisis',
    length: 'full',
    difficulty,
    jurisdictions: [],
    roles: [],
  });
  expect(made.injects.at(-1)).toMatchObject({ id: 'first-mail', dayZero: true });
  const mail = made.exercise!.injects.find((inject) => inject.id === 'first-mail')!;
  expect(mail.trigger!.when).toEqual({ inject: 'first-mail', is: 'sent' });
  expect(made.knobs['world.retention_days']).toBe(150);
  expect(made.hash).not.toBe(scenario.hash);
});

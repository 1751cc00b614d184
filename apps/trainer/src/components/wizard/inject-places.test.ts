import type { ExercisePlan } from '@dwell/simulator/router';
import { expect, test } from 'vitest';
import { injectPlaces, minuteOf } from './inject-places.ts';

const plan = {
  phases: [
    { minutes: { from: 0, to: 10 }, sim: null },
    { minutes: { from: 10, to: 20 }, sim: { from: 1000, to: 2000 } },
  ],
  injects: [
    { id: 'on-time', matters: true, trigger: { when: { at: 1400 }, after: 100 } },
    {
      id: 'after-read',
      matters: false,
      trigger: { when: { inject: 'on-time', is: 'read' }, after: 0 },
    },
    { id: 'pocket', matters: false, trigger: null },
  ],
} as unknown as ExercisePlan;

// Goal: the drawing puts an inject where the class will meet it.
test('a time becomes a minute of its phase; conditions and the pocket have none', () => {
  expect(minuteOf(plan, 1500)).toBe(15);
  expect(minuteOf(plan, 5000)).toBeNull();
  const places = injectPlaces(plan).map(({ inject, minute, pocket }) => [
    inject.id,
    minute,
    pocket,
  ]);
  expect(places).toEqual([
    ['after-read', null, false],
    ['pocket', null, true],
    ['on-time', 15, false],
  ]);
});

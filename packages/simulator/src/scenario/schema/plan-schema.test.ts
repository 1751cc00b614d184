// Goal: the bundle of an exercise is what the schemas say, all of it, and can be replayed.
import { expect, test } from 'vitest';
import { BEGIN } from '../../../test/support/exercises.ts';
import { playAtRandom } from '../../../test/support/random-exercise.ts';
import { exerciseShelf } from '../../exercise/file/exercise-scenario.ts';
import type { Condition } from '../../exercise/types.ts';
import { makeBundle } from '../../run/bundle.ts';
import { verifyBundle } from '../../run/verify.ts';
import { BundleDocument } from './bundle-schema.ts';
import { ConditionDocument } from './condition-schema.ts';
import { PlanDocument } from './plan-schema.ts';

test('a bundle of an exercise loses nothing on its way through the schema, and is the run it says', () => {
  const run = playAtRandom(11);
  expect(new Set(run.commands.map(({ body }) => body.do)).size).toBeGreaterThan(8);
  const bundle = makeBundle(run, 'none');
  const read = BundleDocument.parse(JSON.parse(JSON.stringify(bundle)));
  expect(read).toEqual(bundle);
  expect(verifyBundle(read)).toEqual({ ok: true, sealBroken: false, divergence: null });
});

test('the plans of the shipped exercises are what the schema says', () => {
  const shelf = exerciseShelf();
  expect(shelf.length).toBeGreaterThan(0);
  for (const { plan } of shelf) expect(PlanDocument.parse(plan), plan.name).toEqual(plan);
});

test('conditions may stand in each other, but not without end', () => {
  const nested = (depth: number): Condition =>
    depth === 0 ? { at: BEGIN } : { not: { all: [nested(depth - 1)] } };
  expect(ConditionDocument.safeParse(nested(4)).success).toBe(true);
  expect(ConditionDocument.safeParse(nested(5)).success).toBe(false);
});

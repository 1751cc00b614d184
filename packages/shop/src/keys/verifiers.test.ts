import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acceptingShare,
  fleetPlan,
  verifierAccepts,
  VERIFIER_COUNT,
  type Fleet,
  type KeyPublication,
} from './verifiers.ts';

const at = 100 * DAY_MS;
const knobs = { pinnedPercent: 5, cacheMinutes: 10, redeployHours: 36 };
const old = (withdrawnAt: number | null): KeyPublication => ({
  kid: 'old',
  publishedAt: -DAY_MS,
  withdrawnAt,
});
const fresh: KeyPublication = { kid: 'new', publishedAt: at, withdrawnAt: null };
const fleet = (options: Partial<Fleet> & { knobs?: typeof knobs } = {}): Fleet => ({
  plan: fleetPlan(42, options.knobs ?? knobs),
  publications: [old(at), fresh],
  redeployAskedAt: null,
  ...options,
});
const pinnedOf = ({ plan }: Fleet) =>
  plan.redeployAfterMs.flatMap((after, v) => (after === null ? [] : [v]));

test('the knob pins its share of the 200 verifiers, and seeds choose different ones', () => {
  for (const percent of [0, 5, 20]) {
    expect(pinnedOf(fleet({ knobs: { ...knobs, pinnedPercent: percent } })).length).toBe(
      percent * 2,
    );
  }
  expect(fleetPlan(42, knobs)).not.toEqual(fleetPlan(43, knobs));
  expect(JSON.parse(JSON.stringify(fleetPlan(42, knobs)))).toEqual(fleetPlan(42, knobs));
});

test('before anything happens every verifier accepts the key, and none an unpublished one', () => {
  const quiet = fleet({ publications: [old(null)] });
  expect(acceptingShare(quiet, 'old', at)).toBe(VERIFIER_COUNT);
  expect(acceptingShare(quiet, 'never', at)).toBe(0);
  expect(acceptingShare(fleet(), 'new', at - 1)).toBe(0);
});

test('a withdrawn key dies with the caches, in pinned verifiers by redeployment', () => {
  const unasked = fleet();
  expect(acceptingShare(unasked, 'old', at - 1)).toBe(200);
  const half = acceptingShare(unasked, 'old', at + 5 * MINUTE_MS);
  expect(half).toBeGreaterThan(70);
  expect(half).toBeLessThan(140);
  expect(acceptingShare(unasked, 'old', at + 10 * MINUTE_MS)).toBe(10);
  expect(acceptingShare(unasked, 'old', at + 300 * DAY_MS)).toBe(10);
  const asked = fleet({ redeployAskedAt: at + HOUR_MS });
  expect(acceptingShare(asked, 'old', at + HOUR_MS + 18 * HOUR_MS)).toBe(5);
  expect(acceptingShare(asked, 'old', at + HOUR_MS + 36 * HOUR_MS - 1)).toBe(1);
  expect(acceptingShare(asked, 'old', at + HOUR_MS + 36 * HOUR_MS)).toBe(0);
});

test('a new key is known within the cooldown, to pinned verifiers after redeployment', () => {
  const atOnce = acceptingShare(fleet(), 'new', at);
  expect(atOnce).toBeGreaterThan(160);
  expect(atOnce).toBeLessThan(191);
  expect(acceptingShare(fleet(), 'new', at + 30 * SECOND_MS)).toBe(190);
  const asked = fleet({ redeployAskedAt: at });
  expect(acceptingShare(asked, 'new', at + 18 * HOUR_MS)).toBe(195);
  expect(acceptingShare(asked, 'new', at + 36 * HOUR_MS)).toBe(200);
});

test('pins removed before the rotation leave no tail', () => {
  const prepared = fleet({ redeployAskedAt: at - 40 * HOUR_MS });
  expect(acceptingShare(prepared, 'old', at + 10 * MINUTE_MS)).toBe(0);
  expect(acceptingShare(prepared, 'new', at + 30 * SECOND_MS)).toBe(200);
});

test('the share counts the verifiers that accept, and none revives a dead key', () => {
  const anyFleet = fc.record({
    pinnedPercent: fc.integer({ min: 0, max: 20 }),
    cacheMinutes: fc.integer({ min: 2, max: 1440 }),
    redeployHours: fc.integer({ min: 1, max: 336 }),
    asked: fc.option(fc.integer({ min: at - 10 * DAY_MS, max: at + 10 * DAY_MS })),
    overlapMs: fc.integer({ min: 0, max: 2 * DAY_MS }),
    afterMs: fc.array(fc.integer({ min: -HOUR_MS, max: 12 * DAY_MS }), {
      minLength: 2,
      maxLength: 6,
    }),
  });
  fc.assert(
    fc.property(anyFleet, ({ asked, overlapMs, afterMs, ...some }) => {
      const withdrawnAt = at + overlapMs;
      const one: Fleet = {
        plan: fleetPlan(7, some),
        publications: [old(withdrawnAt), fresh],
        redeployAskedAt: asked,
      };
      const times = afterMs.map((ms) => at + ms).sort((x, y) => x - y);
      let deadSoFar = new Set<number>();
      for (const now of times) {
        const accepting = (kid: string) =>
          Array.from({ length: VERIFIER_COUNT }, (_, v) => v).filter((v) =>
            verifierAccepts(one, v, kid, now),
          );
        const alive = accepting('old');
        expect(acceptingShare(one, 'old', now)).toBe(alive.length);
        expect(acceptingShare(one, 'new', now)).toBe(accepting('new').length);
        for (const verifier of alive) expect(deadSoFar.has(verifier)).toBe(false);
        if (now < withdrawnAt) expect(alive.length).toBe(200);
        deadSoFar = new Set(
          Array.from({ length: 200 }, (_, v) => v).filter((v) => !alive.includes(v)),
        );
      }
    }),
    { numRuns: 60 },
  );
});

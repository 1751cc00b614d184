// Goal: counting only the groups that come near a bound answers exactly as one correlator for all.
import { Correlator } from '@dwell/detection';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VolumeCounter } from './volume-counter.ts';

const HOUR = 3_600_000;

const entries = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 60 * HOUR }),
    key: fc.constantFrom(1, 2, 3, 2 ** 40, 2 ** 40 + 1),
    value: fc.integer({ min: 0, max: 6 }),
    mark: fc.constantFrom(0, 1),
  }),
  { maxLength: 120 },
);
const bounds = fc.constantFrom(
  [{ op: 'gte', value: 3 }],
  [{ op: 'gt', value: 4 }],
  [
    { op: 'gt', value: 2 },
    { op: 'lte', value: 4 },
  ],
  [{ op: 'eq', value: 3 }],
) as fc.Arbitrary<{ op: 'gte' | 'gt' | 'lte' | 'eq'; value: number }[]>;

type Entry = { time: number; key: number; value: number; mark: number };

function runs(
  all: readonly Entry[],
  timespanMs: number,
  type: 'event_count' | 'value_count',
  bound: ReturnType<typeof JSON.parse>,
  cuts: number[],
  save: boolean,
) {
  const plan = { type, timespanMs, bounds: bound, members: 1 };
  const one = new Correlator(plan);
  const sorted = all
    .map((entry, i) => ({ ...entry, i }))
    .sort((a, b) => a.time - b.time || a.i - b.i);
  const wanted: unknown[] = [];
  for (const { time, key, value, mark } of sorted) {
    if (one.feed(0, time, key, type === 'value_count' ? value : null, mark)) {
      wanted.push([time, key, one.window.events, one.window.marked > 0]);
    }
  }
  let counter = new VolumeCounter(plan, VolumeCounter.leastOf(plan)!);
  const got: unknown[] = [];
  const spans = [...new Set([...cuts, 61 * HOUR])].sort((a, b) => a - b);
  let from = 0;
  for (const to of spans) {
    for (const { time, key, value, mark } of all) {
      if (time < from || time >= to) continue;
      counter.add(0, time, key, type === 'value_count' ? value : NaN, mark, 0);
    }
    counter.drain(({ timeMs, key, events, attack }) => got.push([timeMs, key, events, attack]));
    if (save) {
      const saved = structuredClone(counter.snapshot());
      counter = new VolumeCounter(plan, VolumeCounter.leastOf(plan)!);
      counter.restore(saved);
    }
    from = to;
  }
  return { got, wanted };
}

test('the same moments, whatever the spans it works in, saved in between or not', () => {
  fc.assert(
    fc.property(
      entries,
      fc.constantFrom(HOUR, 5 * HOUR, 24 * HOUR),
      fc.constantFrom('event_count' as const, 'value_count' as const),
      bounds,
      fc.array(fc.integer({ min: 1, max: 60 * HOUR }), { maxLength: 8 }),
      fc.boolean(),
      (all, timespanMs, type, bound, cuts, save) => {
        const { got, wanted } = runs(all, timespanMs, type, bound, cuts, save);
        expect(got).toEqual(wanted);
      },
    ),
    { numRuns: 400 },
  );
});

test('bounds that small counts satisfy are not for it', () => {
  const least = (op: 'lt' | 'gte' | 'gt' | 'neq', value: number) =>
    VolumeCounter.leastOf({
      type: 'event_count',
      timespanMs: 1,
      bounds: [{ op, value }],
      members: 1,
    });
  expect(least('lt', 5)).toBeNull();
  expect(least('neq', 5)).toBeNull();
  expect(least('gte', 1)).toBeNull();
  expect(least('gte', 2.5)).toBe(3);
  expect(least('gt', 2)).toBe(3);
});

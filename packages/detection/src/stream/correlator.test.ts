import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bound, CORRELATION_TYPES, type CorrelationType } from '../ir/detection.ts';
import { Correlator, type CorrelatorPlan } from './correlator.ts';

// Goal: a correlator answers as the definition does when the whole past is looked at again each time.

type Event = { member: number; timeMs: number; key: string | number; value: number; mark: number };

const MEMBERS = 3;
/** What is measured at the last event, from all events so far. */
function measured(type: CorrelationType, past: readonly Event[], timespanMs: number): number {
  const now = past.at(-1)!;
  const inside = past.filter(
    ({ key, timeMs }) => key === now.key && timeMs > now.timeMs - timespanMs,
  );
  const values = inside.map(({ value }) => value).toSorted((a, b) => a - b);
  const sum = values.reduce((total, value) => total + value, 0);
  switch (type) {
    case 'event_count':
      return inside.length;
    case 'value_count':
      return new Set(values).size;
    case 'value_sum':
      return sum;
    case 'value_avg':
      return sum / values.length;
    case 'value_percentile':
      return values.length === 1
        ? 0
        : (values.filter((value) => value < now.value).length * 100) / (values.length - 1);
    case 'value_median': {
      const half = values.length >> 1;
      return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
    }
    case 'temporal':
      return new Set(inside.map(({ member }) => member)).size;
    case 'temporal_ordered': {
      if (now.member !== MEMBERS - 1) return 0;
      let next = MEMBERS - 1;
      for (const event of inside.toReversed()) if (event.member === next) next--;
      return next < 0 ? 1 : 0;
    }
  }
}

const OPS = {
  lt: (a: number, b: number) => a < b,
  lte: (a: number, b: number) => a <= b,
  gt: (a: number, b: number) => a > b,
  gte: (a: number, b: number) => a >= b,
  eq: (a: number, b: number) => a === b,
  neq: (a: number, b: number) => a !== b,
};

const events = fc
  .array(
    fc.record({
      member: fc.integer({ min: 0, max: MEMBERS - 1 }),
      timeMs: fc.integer({ min: 0, max: 12 }),
      key: fc.constantFrom<string | number>('a', 'b', 7, 3_000_000_000),
      value: fc.integer({ min: -4, max: 6 }),
      mark: fc.integer({ min: 0, max: 1 }),
    }),
    { maxLength: 120 },
  )
  .map((steps) => {
    let timeMs = 1_733_000_000_000;
    return steps.map((step) => ({ ...step, timeMs: (timeMs += Math.max(0, step.timeMs - 6)) }));
  });

const plan = fc.record({
  type: fc.constantFrom(...CORRELATION_TYPES),
  timespanMs: fc.integer({ min: 1, max: 40 }),
  bounds: fc.array(
    fc.record({
      op: fc.constantFrom<Bound['op'][]>('lt', 'lte', 'gt', 'gte', 'eq', 'neq'),
      value: fc.integer({ min: -2, max: 8 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  members: fc.constant(MEMBERS),
});

const feed = (correlator: Correlator, { member, timeMs, key, value, mark }: Event) => ({
  holds: correlator.feed(member, timeMs, key, value, mark),
  window: correlator.window,
});

test('every type answers as its definition', () => {
  fc.assert(
    fc.property(events, plan, (all, how) => {
      const correlator = new Correlator(how);
      for (const [i, event] of all.entries()) {
        const past = all.slice(0, i + 1);
        const number = measured(how.type, past, how.timespanMs);
        const expected =
          how.type === 'temporal_ordered'
            ? number === 1
            : how.bounds.every(({ op, value }) => OPS[op](number, value));
        const inside = past.filter(
          ({ key, timeMs }) => key === event.key && timeMs > event.timeMs - how.timespanMs,
        );
        expect(feed(correlator, event)).toEqual({
          holds: expected,
          window: {
            events: inside.length,
            marked: inside.reduce((total, { mark }) => total + mark, 0),
            firstMs: inside[0]!.timeMs,
          },
        });
      }
    }),
    { numRuns: 400 },
  );
});

test('a snapshot goes on exactly as the original, within tight limits too', () => {
  const limits = fc.record({
    groupsMax: fc.integer({ min: 1, max: 4 }),
    entriesMax: fc.integer({ min: 1, max: 12 }),
    entriesTotalMax: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(events, plan, limits, fc.nat(120), (all, how, bounded, at) => {
      const one = new Correlator(how, bounded);
      for (const event of all.slice(0, at)) feed(one, event);
      const other = new Correlator(how, bounded);
      other.restore(JSON.parse(JSON.stringify(one.snapshot())));
      for (const event of all.slice(at)) {
        expect(feed(other, event)).toEqual(feed(one, event));
        expect(other.held).toEqual(one.held);
        expect(other.lost).toEqual(one.lost);
      }
      expect(one.held.groups).toBeLessThanOrEqual(bounded.groupsMax);
    }),
    { numRuns: 300 },
  );
});

const counting: CorrelatorPlan = {
  type: 'event_count',
  timespanMs: 1000,
  bounds: [{ op: 'gte', value: 3 }],
  members: 1,
};

test('the group unseen longest goes first, and idle groups are dropped', () => {
  const correlator = new Correlator(counting, { groupsMax: 2 });
  correlator.feed(0, 0, 'a', null, 0);
  correlator.feed(0, 1, 'b', null, 0);
  correlator.feed(0, 2, 'a', null, 0);
  correlator.feed(0, 3, 'c', null, 0);
  expect(correlator.lost).toEqual({ groups: 1, entries: 0 });
  expect(correlator.feed(0, 4, 'a', null, 0)).toBe(true);
  correlator.feed(0, 5, 'b', null, 0);
  expect(correlator.window.events).toBe(1);
  correlator.feed(0, 2000, 'd', null, 0);
  expect(correlator.held).toEqual({ groups: 1, entries: 1 });
});

test('no bound of a count is out of reach of the limits', () => {
  const bounds = [{ op: 'gt' as const, value: 50 }];
  const count = new Correlator({ ...counting, bounds }, { entriesMax: 10 });
  const distinct = new Correlator({ ...counting, type: 'value_count', bounds }, { entriesMax: 10 });
  const held = Array.from({ length: 60 }, (_, i) => [
    count.feed(0, i, 'g', null, 0),
    distinct.feed(0, i, 'g', `v${i}`, 0),
  ]);
  expect(held.findIndex(([counted]) => counted)).toBe(50);
  expect(held.findIndex(([, values]) => values)).toBe(50);
  expect(count.lost.entries).toBeGreaterThan(0);
});

test('a flood of one value or of one rule hides no other', () => {
  const bounds = [{ op: 'gte' as const, value: 2 }];
  const distinct = new Correlator({ ...counting, type: 'value_count', bounds }, { entriesMax: 5 });
  const temporal = new Correlator(
    { ...counting, type: 'temporal', bounds: [], members: 2 },
    { entriesMax: 5 },
  );
  distinct.feed(0, 0, 'g', 'rare', 0);
  temporal.feed(0, 0, 'g', null, 0);
  let last = [false, false];
  for (let i = 1; i < 100; i++) {
    last = [distinct.feed(0, i, 'g', 'flood', 0), temporal.feed(1, i, 'g', null, 0)];
  }
  expect(last).toEqual([true, true]);
});

test('a run needs an event of its own for each rule', () => {
  const ordered = new Correlator({
    ...counting,
    type: 'temporal_ordered',
    bounds: [],
    members: 2,
  });
  // One event of both rules, the last rule first: it does not follow itself.
  expect(ordered.feed(1, 10, 'g', null, 0)).toBe(false);
  expect(ordered.feed(0, 10, 'g', null, 0)).toBe(false);
  expect(ordered.feed(1, 10, 'g', null, 0)).toBe(true);
  expect(ordered.feed(1, 1010, 'g', null, 0)).toBe(false);
});

test('sums do not drift, whatever went through', () => {
  const sum = new Correlator({
    ...counting,
    type: 'value_sum',
    bounds: [{ op: 'eq', value: 1 }],
  });
  for (let i = 0; i < 500; i++) sum.feed(0, i, 'g', 1e17 + i * 0.3, 0);
  for (let i = 0; i < 500; i++) sum.feed(0, 500 + i, 'g', i % 2 === 0 ? 0.7 : -1e-3, 0);
  const held = Array.from({ length: 10 }, (_, i) => sum.feed(0, 2000 + i, 'g', 0.1, 0));
  expect(held).toEqual([...Array<boolean>(9).fill(false), true]);
});

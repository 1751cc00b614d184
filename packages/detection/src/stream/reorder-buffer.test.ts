import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReorderBuffer, type Timed } from './reorder-buffer.ts';

// Goal: what comes out is in order of time and arrival, complete but for what is late.

test('sorts within the bound, and tells what is late', () => {
  const times = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 });
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 40 }), (all, lateMs) => {
      const buffer = new ReorderBuffer<Timed>(lateMs, 1000);
      const out: Timed[] = [];
      const accepted: Timed[] = [];
      let latestMs = -Infinity;
      for (const [ordinal, timeMs] of all.entries()) {
        latestMs = Math.max(latestMs, timeMs);
        const accepts = buffer.accepts(timeMs);
        expect(accepts).toBe(timeMs >= latestMs - lateMs);
        if (accepts) {
          accepted.push({ timeMs, ordinal });
          buffer.add({ timeMs, ordinal });
        }
        for (let next = buffer.next(); next !== null; next = buffer.next()) out.push(next);
      }
      for (let next = buffer.force(); next !== null; next = buffer.force()) out.push(next);
      const sorted = accepted.toSorted((a, b) => a.timeMs - b.timeMs || a.ordinal - b.ordinal);
      expect(out).toEqual(sorted);
    }),
  );
});

test('holds no more than it may, and takes what comes too late for that as late', () => {
  const buffer = new ReorderBuffer<Timed>(1000, 2);
  for (const [ordinal, timeMs] of [30, 10, 20].entries()) {
    expect(buffer.accepts(timeMs)).toBe(true);
    buffer.add({ timeMs, ordinal });
  }
  expect(buffer.next()).toEqual({ timeMs: 10, ordinal: 1 });
  expect(buffer.next()).toBeNull();
  expect(buffer.accepts(9)).toBe(false);
  expect(buffer.accepts(10)).toBe(true);
});

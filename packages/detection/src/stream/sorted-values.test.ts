import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SortedValues } from './sorted-values.ts';

// Goal: places and the middle are those of a sorted list, over many blocks too.

test('below and median as a sorted list', () => {
  const step = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 300 }));
  fc.assert(
    fc.property(fc.array(step, { size: 'max', maxLength: 3000 }), (steps) => {
      const list: number[] = [];
      const sorted = new SortedValues();
      for (const [joins, value] of steps) {
        const at = list.indexOf(value);
        if (joins || at < 0) {
          list.push(value);
          sorted.add(value);
        } else {
          list.splice(at, 1);
          sorted.remove(value);
        }
      }
      const expected = list.toSorted((a, b) => a - b);
      const half = expected.length >> 1;
      expect(sorted.size).toBe(expected.length);
      for (const value of [-1, 0, 20, 150, 300, 301]) {
        expect(sorted.below(value)).toBe(expected.filter((one) => one < value).length);
      }
      if (expected.length === 0) return;
      const middle =
        expected.length % 2 === 1 ? expected[half] : (expected[half - 1]! + expected[half]!) / 2;
      expect(sorted.median).toBe(middle);
    }),
    { numRuns: 60 },
  );
});

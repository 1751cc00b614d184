import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyMap } from './key-map.ts';

// Goal: the table answers as a Map does, whatever is set and deleted.

test('set, get and delete as a Map', () => {
  const key = fc.oneof(
    fc.integer({ min: -3, max: 40 }),
    fc.constantFrom<string | number>('1', 'x', 2.5, 4_000_000_000, 2 ** 53 - 1, 64, 128, 192, 256),
  );
  const step = fc.tuple(fc.boolean(), key);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const map = new Map<string | number, number>();
      const table = new KeyMap();
      for (const [i, [sets, which]] of steps.entries()) {
        if (sets) {
          map.set(which, i);
          table.set(which, i);
        } else {
          map.delete(which);
          table.delete(which);
        }
        expect(table.size).toBe(map.size);
        for (const [, one] of steps) expect(table.get(one)).toBe(map.get(one) ?? -1);
      }
    }),
    { numRuns: 60 },
  );
});

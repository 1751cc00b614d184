import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GramIndex, type Needle } from './gram-index.ts';

// Goal: every needle that is in a text is told, and no other.

test.each([1, 2, 4] as const)('as one search after the other, with runs of %d', (width) => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ā', '😀'), maxLength: 14 });
  const needle = fc.tuple(
    letters.filter((text) => text.length >= width),
    fc.constantFrom<Needle['where']>('start', 'end', 'inside'),
  );
  fc.assert(
    fc.property(
      fc.array(needle, { minLength: 1, maxLength: 30 }),
      letters,
      letters,
      (some, a, b) => {
        const needles = some.map(([text, where], id) => ({ text, where, id }));
        const whole = a + b + needles[0]!.text;
        const expected = needles.filter(({ text, where }) =>
          where === 'inside'
            ? whole.includes(text)
            : where === 'start'
              ? whole.startsWith(text)
              : whole.endsWith(text),
        );
        const found = new Set<number>();
        new GramIndex(needles, width).scan(whole, (id) => found.add(id));
        expect([...found].toSorted((x, y) => x - y)).toEqual(expected.map(({ id }) => id));
      },
    ),
    { numRuns: 500 },
  );
});

// Goal: one value has one text, whatever the order in which its members were written.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Canonical, canonicalJson } from './canonical.ts';
import { DwellError } from './errors.ts';

test('keys are sorted by code unit, nothing is spaced, undefined is left out', () => {
  const value = { b: 1, a: [true, null, 'x'], B: undefined, é: 2, Z: { y: 1, x: 2 } };
  expect(canonicalJson(value)).toBe('{"Z":{"x":2,"y":1},"a":[true,null,"x"],"b":1,"é":2}');
  // U+FF61 sorts before a surrogate pair by code point, after it by code unit.
  expect(canonicalJson({ '\uff61': 1, '\u{1f600}': 2 })).toBe('{"\u{1f600}":2,"\uff61":1}');
});

test('minus zero is zero, and what has no form is refused', () => {
  expect(canonicalJson([-0, 0, 1e21, 0.1])).toBe('[0,0,1e+21,0.1]');
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(() => canonicalJson({ deep: [value] })).toThrow(DwellError);
  }
});

test('it is JSON: read back it is the same value, in the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = canonicalJson(value);
      const back = JSON.parse(text) as Canonical;
      expect(canonicalJson(back)).toBe(text);
      expect(back).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 42 },
  );
});

test('the order in which members are added changes nothing', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([key]) => key });
  fc.assert(
    fc.property(entries, fc.infiniteStream(fc.nat()), (members, order) => {
      const shuffled = members
        .map((member) => ({ member, rank: order.next().value as number }))
        .sort((x, y) => x.rank - y.rank)
        .map(({ member }) => member);
      const text = (all: typeof members) => canonicalJson(Object.fromEntries(all));
      expect(text(shuffled)).toBe(text(members));
    }),
    { seed: 42 },
  );
});

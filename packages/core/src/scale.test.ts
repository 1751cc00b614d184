// Goal: samples of coarser scales lie inside those of finer ones, whatever the seed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DwellError } from './errors.ts';
import { formatScale, parseScale, SCALE_MAX, sampleResidue } from './scale.ts';

const divisors = Array.from({ length: SCALE_MAX }, (_, i) => i + 1).filter(
  (n) => SCALE_MAX % n === 0,
);

test('scales are read and written as 1:N', () => {
  for (const scale of [1, 7, 1000, SCALE_MAX]) expect(parseScale(formatScale(scale))).toBe(scale);
  expect(parseScale(' 1:1000 ')).toBe(1000);
});

test('what is no scale is refused with a hint', () => {
  for (const text of ['', '1000', '1:0', '1:100001', '2:1000', '1:1e3', '1:-5', '1:1.5', '1: 10']) {
    expect(() => parseScale(text), text).toThrow(DwellError);
  }
  expect(() => parseScale('1:0', 'bench.yml')).toThrow(
    '"1:0" is not a scale · bench.yml · write 1:1000; anything from 1:1 to 1:100000',
  );
});

test('the 1:1000 set lies inside the 1:100 set, for every pair of dividing scales and any seed', () => {
  const pair = fc
    .tuple(fc.constantFrom(...divisors), fc.constantFrom(...divisors))
    .filter(([coarse, fine]) => coarse % fine === 0);
  fc.assert(
    fc.property(fc.maxSafeInteger(), pair, (seed, [coarse, fine]) => {
      const residue = sampleResidue(seed, coarse);
      expect(Number.isInteger(residue) && residue >= 0 && residue < coarse).toBe(true);
      expect(residue % fine).toBe(sampleResidue(seed, fine));
    }),
    { seed: 42 },
  );
});

test('different seeds keep different accounts', () => {
  const residues = Array.from({ length: 1000 }, (_, seed) => sampleResidue(seed, 1000));
  // 1000 draws of 1000: about 632 different ones.
  expect(new Set(residues).size).toBeGreaterThan(570);
  expect(new Set(residues).size).toBeLessThan(690);
});

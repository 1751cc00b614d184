import { draw32, streamKey } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exists, NUMBER_SPACE, populationKey } from './population-key.ts';
import { memberCount, sampleMembers } from './sample-members.ts';

const key = populationKey(42);

test('exists() is the published formula, term by term, for any seed and number', () => {
  const seeds = [1, 42, 2 ** 40 + 7].map((seed) => ({ seed, made: populationKey(seed) }));
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      fc.integer({ min: 1, max: NUMBER_SPACE }),
      ({ seed, made }, number) => {
        const m0 = number - 1;
        const a = Math.floor(m0 / 100_000);
        const b = m0 % 100_000;
        const pos = (a * 479 + (draw32(streamKey(seed, 'population.offset'), b) % 777)) % 777;
        const dither = draw32(streamKey(seed, 'population.dither'), b) < 0.85 * 2 ** 32 ? 1 : 0;
        expect(exists(made, number)).toBe(pos < 336 + dither);
      },
    ),
  );
});

test('nobody exists outside the number space', () => {
  for (const number of [0, -1, NUMBER_SPACE + 1, 0.5, 1.5, Number.NaN, Infinity, -Infinity]) {
    expect(exists(key, number), String(number)).toBe(false);
  }
});

test(
  'the population is 33.67 million and about 44 million numbers are nobody’s',
  { timeout: 60_000 },
  () => {
    const members = memberCount(key);
    expect(Math.abs(members - 33_673_817)).toBeLessThan(1_500);
    expect(Math.abs(NUMBER_SPACE - members - 44_000_000)).toBeLessThan(1_500);
  },
);

test('every residue class of a scale holds its even share of members', () => {
  for (const scale of [1000, 10_000, 100_000]) {
    for (const residue of [0, 1, 7, scale - 1]) {
      const expected = 33_673_817 / scale;
      expect(Math.abs(memberCount(key, scale, residue) - expected)).toBeLessThan(
        1 + expected * 0.003,
      );
    }
  }
});

test('neighbours are irregular: no walk can guess the next member from the last', () => {
  let same = 0;
  const steps = 100_000;
  for (let number = 5_000_000; number < 5_000_000 + steps; number++) {
    if (exists(key, number) === exists(key, number + 1)) same++;
  }
  const independent = 0.4335 ** 2 + 0.5665 ** 2;
  expect(Math.abs(same / steps - independent)).toBeLessThan(0.01);
});

test('a sample is the members of its residue class, ascending, inside the coarser one', () => {
  const fine = sampleMembers(key, 1000, 321);
  const coarse = new Set(sampleMembers(key, 100, 21));
  expect(fine.length).toBe(memberCount(key, 1000, 321));
  for (let i = 0; i < fine.length; i++) {
    expect(fine[i]! % 1000).toBe(321);
    expect(coarse.has(fine[i]!)).toBe(true);
    if (i > 0) expect(fine[i]!).toBeGreaterThan(fine[i - 1]!);
  }
  expect(sampleMembers(key, 100_000, 0)[0]! % 100_000).toBe(0);
});

test('another seed is another population; the first members of seed 42 are pinned', () => {
  const first = (seed: number) => {
    const made = populationKey(seed);
    return Array.from({ length: 24 }, (_, i) => i + 1).filter((n) => exists(made, n));
  };
  expect(first(42)).toEqual(PINNED);
  expect(first(43)).not.toEqual(PINNED);
});

const PINNED = [1, 3, 6, 8, 11, 12, 13, 15, 19, 22, 23];

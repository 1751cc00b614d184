// Goal: chance is a pure function of seed, name and counters; streams do not disturb one another;
// the draws look uniform and independent by every statistic the world rests on.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { below, chancePpm, draw32, mix32, streamKey } from './random.ts';

const SEEDS = [42, 43, 1_000_003];
const uint32 = fc.integer({ min: 0, max: 0xffffffff });

/** Sum of (seen − expected)² ÷ expected; about `seen.length` ± 1.4·√(2·length) by chance. */
function chiSquare(seen: ArrayLike<number>, expected: number): number {
  return Array.from(seen).reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

test('pinned draws at seed 42: changing them changes every world', () => {
  const key = streamKey(42, 'customers');
  expect(key).toEqual({ a: 434_798_378, b: 1_426_270_638 });
  expect([0, 1, 2].map((n) => draw32(key, n))).toEqual([
    3_810_988_785, 2_455_996_832, 3_722_296_713,
  ]);
  expect([1, 2].map((k) => draw32(key, 7, k))).toEqual([4_037_591_282, 3_304_829_498]);
});

test('a draw is a uint32 and depends on nothing but its arguments', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.string(), uint32, uint32, (seed, name, n, k) => {
      const draw = draw32(streamKey(seed, name), n, k);
      expect(draw).toBe(draw32(streamKey(seed, name), n, k));
      expect(Number.isInteger(draw) && draw >= 0 && draw <= 0xffffffff).toBe(true);
    }),
    { seed: 42 },
  );
});

test('seeds beyond 32 bits, neighbours of a name and of a counter give other draws', () => {
  const draws = [
    draw32(streamKey(42, 'a'), 0),
    draw32(streamKey(42 + 2 ** 32, 'a'), 0),
    draw32(streamKey(42 + 2 ** 40, 'a'), 0),
    draw32(streamKey(43, 'a'), 0),
    draw32(streamKey(42, 'b'), 0),
    draw32(streamKey(42, 'aa'), 0),
    draw32(streamKey(42, ''), 0),
    draw32(streamKey(42, 'a'), 1),
    draw32(streamKey(42, 'a'), 0, 1),
  ];
  expect(new Set(draws).size).toBe(draws.length);
});

test('mix32 is a bijection where it is sampled, and turns one bit into half of all bits', () => {
  const seen = new Set<number>();
  let flipped = 0;
  for (let x = 0; x < 100_000; x++) seen.add(mix32(x));
  expect(seen.size).toBe(100_000);
  for (let x = 0; x < 2000; x++) {
    for (let bit = 0; bit < 32; bit++) {
      let difference = mix32(x) ^ mix32((x ^ (1 << bit)) >>> 0);
      for (; difference !== 0; difference &= difference - 1) flipped++;
    }
  }
  expect(flipped / (2000 * 32)).toBeGreaterThan(15.9);
  expect(flipped / (2000 * 32)).toBeLessThan(16.1);
});

test.each(SEEDS)(
  '256 boxes fill evenly along n and along k, high and low bits (seed %i)',
  (seed) => {
    const key = streamKey(seed, 'boxes');
    for (const draw of [(i: number) => draw32(key, i), (i: number) => draw32(key, 5, i)]) {
      for (const shift of [0, 24]) {
        const boxes = new Uint32Array(256);
        for (let i = 0; i < 256_000; i++) boxes[(draw(i) >>> shift) & 255]!++;
        // 255 degrees of freedom: mean 255, standard deviation 22.6.
        expect(chiSquare(boxes, 1000)).toBeGreaterThan(255 - 5 * 22.6);
        expect(chiSquare(boxes, 1000)).toBeLessThan(255 + 5 * 22.6);
      }
    }
  },
);

test('two streams, two neighbours and two k are not correlated', () => {
  const one = streamKey(42, 'one');
  const two = streamKey(42, 'two');
  const pairs: ((i: number) => readonly [number, number])[] = [
    (i) => [draw32(one, i), draw32(two, i)],
    (i) => [draw32(one, i), draw32(one, i + 1)],
    (i) => [draw32(one, i, 0), draw32(one, i, 1)],
  ];
  const count = 100_000;
  for (const pair of pairs) {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const [x, y] = pair(i);
      sum += (x / 2 ** 32 - 0.5) * (y / 2 ** 32 - 0.5);
    }
    // The mean of such products has a standard deviation of 1 / (12 √count).
    expect(Math.abs(sum / count) * 12 * Math.sqrt(count)).toBeLessThan(4);
  }
});

test('below() stays in its range and reaches both ends', () => {
  fc.assert(
    fc.property(uint32, fc.integer({ min: 1, max: 2 ** 21 }), (draw, bound) => {
      const value = below(draw, bound);
      expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true);
    }),
    { seed: 42 },
  );
  expect([below(0, 7), below(0xffffffff, 7)]).toEqual([0, 6]);
});

test('chancePpm is exact at its ends and true as often as it says', () => {
  expect([chancePpm(0, 0), chancePpm(0xffffffff, 1_000_000)]).toEqual([false, true]);
  const key = streamKey(42, 'chance');
  for (const ppm of [1000, 250_000, 999_000]) {
    let hits = 0;
    for (let i = 0; i < 1_000_000; i++) if (chancePpm(draw32(key, i), ppm)) hits++;
    const sigma = Math.sqrt((ppm * (1_000_000 - ppm)) / 1_000_000);
    expect(Math.abs(hits - ppm)).toBeLessThan(4 * sigma);
  }
});

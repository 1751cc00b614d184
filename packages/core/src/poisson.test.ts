// Goal: counts follow the Poisson law at every mean in use, are integers, grow with the mean, and
// are the same on every machine.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poisson } from './poisson.ts';
import { streamKey } from './random.ts';

const DRAWS = 200_000;
const ONE = 65_536;

function sample(mean16: number, seed = 42): Uint32Array {
  const key = streamKey(seed, 'poisson');
  return Uint32Array.from({ length: DRAWS }, (_, n) => poisson(key, n, 3, mean16));
}

function moments(counts: Uint32Array): { mean: number; variance: number } {
  const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  const square = counts.reduce((sum, n) => sum + (n - mean) ** 2, 0);
  return { mean, variance: square / (counts.length - 1) };
}

/** Poisson probabilities of 0, 1, 2, … until they no longer matter. */
function law(mean: number): number[] {
  const p = [Math.exp(-mean)];
  for (let k = 1; k < mean + 12 * Math.sqrt(mean) + 20; k++) p.push((p[k - 1]! * mean) / k);
  return p;
}

const MEANS = [1, 40, 300, 0.4 * ONE, ONE, 3.21 * ONE, 12.5 * ONE, 63.999 * ONE, 64 * ONE].map(
  Math.floor,
);

test.each(MEANS)('mean and variance are both the mean (%i / 65536)', (mean16) => {
  const { mean, variance } = moments(sample(mean16));
  const wanted = mean16 / ONE;
  expect(Math.abs(mean - wanted)).toBeLessThan(4.5 * Math.sqrt(wanted / DRAWS));
  const spread = Math.sqrt((wanted + 2 * wanted ** 2) / DRAWS);
  expect(Math.abs(variance - wanted)).toBeLessThan(4.5 * spread);
});

test.each([0.4, 3.21, 12.5, 63.75])(
  'every count is as frequent as the law says (mean %f)',
  (mean) => {
    const seen = new Map<number, number>();
    for (const n of sample(Math.floor(mean * ONE))) seen.set(n, (seen.get(n) ?? 0) + 1);
    let chi = 0;
    let boxes = 0;
    for (const [k, p] of law(Math.floor(mean * ONE) / ONE).entries()) {
      if (p * DRAWS < 10) continue;
      chi += ((seen.get(k) ?? 0) - p * DRAWS) ** 2 / (p * DRAWS);
      boxes++;
    }
    expect(boxes).toBeGreaterThan(3);
    expect(chi).toBeLessThan(boxes + 5 * Math.sqrt(2 * boxes));
  },
);

test.each([65, 1000, 250_000])(
  'large means keep mean and variance within 1 % (mean %i)',
  (wanted) => {
    const { mean, variance } = moments(sample(wanted * ONE));
    expect(Math.abs(mean - wanted)).toBeLessThan(5 * Math.sqrt(wanted / DRAWS));
    expect(Math.abs(variance / wanted - 1)).toBeLessThan(0.015);
  },
);

test('no mean, no counts', () => {
  const key = streamKey(42, 'poisson');
  expect(poisson(key, 1, 1, 0)).toBe(0);
  expect(poisson(key, 1, 1, -5)).toBe(0);
});

test('always a natural number, a pure function of stream, counters and mean', () => {
  const mean16 = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  const counter = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  fc.assert(
    fc.property(fc.maxSafeInteger(), counter, counter, mean16, (seed, n, k, mean) => {
      const count = poisson(streamKey(seed, 'x'), n, k, mean);
      expect(Number.isInteger(count) && count >= 0).toBe(true);
      expect(poisson(streamKey(seed, 'x'), n, k, mean)).toBe(count);
    }),
    { seed: 42 },
  );
});

test('with whole means the same draw never gives less when the mean is higher', () => {
  const key = streamKey(42, 'rising');
  for (let n = 0; n < 2000; n++) {
    for (let mean = 1; mean < 64; mean += 7) {
      const low = poisson(key, n, 0, mean * ONE);
      expect(poisson(key, n, 0, (mean + 1) * ONE)).toBeGreaterThanOrEqual(low);
    }
  }
});

test('pinned counts at seed 42: changing them changes every world', () => {
  const key = streamKey(42, 'poisson');
  const counts = [0.5, 7.25, 63.9, 64.1, 5000].map((mean) =>
    [0, 1, 2].map((n) => poisson(key, n, 0, Math.floor(mean * ONE))),
  );
  expect(counts).toEqual([
    [2, 0, 2],
    [6, 7, 8],
    [56, 65, 66],
    [68, 58, 71],
    [5035, 4947, 5060],
  ]);
});

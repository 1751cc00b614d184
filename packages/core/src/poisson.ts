import { draw32, mix32, type StreamKey } from './random.ts';

/**
 * Poisson counts from integer thresholds. A mean is a fixed-point number in 1/65536 units
 * (`Mean16`); tables are built with + × ÷ only, which IEEE 754 fixes to the last bit, so the same
 * draw gives the same count on every machine. Sums of independent Poissons are Poisson, so a mean
 * is cut into a whole part, a part in 1/256 and a rest. Above `EXACT_MEAN` a normal approximation
 * from counted bits is used (error far below the noise).
 */
export type Mean16 = number;

const EXACT_MEAN = 64;
const E_INVERSE = 0.36787944117144233;
const TWO32 = 0x100000000;

type Table = { readonly cumulative: Uint32Array; readonly guide: Uint16Array };

function buildTable(mean: number, pZero: number): Table {
  const steps: number[] = [];
  let p = pZero;
  let sum = p;
  for (let k = 0; sum < 1 - 1e-12 && k < 1024; k++) {
    steps.push(Math.min(TWO32 - 1, Math.floor(sum * TWO32)));
    p = (p * mean) / (k + 1);
    sum += p;
  }
  const cumulative = Uint32Array.from(steps);
  const guide = new Uint16Array(256);
  for (let g = 0, k = 0; g < 256; g++) {
    while (k < cumulative.length && cumulative[k]! <= g * 0x1000000) k++;
    guide[g] = k;
  }
  return { cumulative, guide };
}

function exponentialOfMinus(whole: number, parts256: number): number {
  let value = 1;
  for (let i = 0; i < whole; i++) value *= E_INVERSE;
  const x = parts256 / 256;
  let term = 1;
  let series = 1;
  for (let i = 1; i < 20; i++) {
    term = (term * -x) / i;
    series += term;
  }
  return value * series;
}

const wholes: Table[] = [];
for (let m = 0; m <= EXACT_MEAN; m++) wholes.push(buildTable(m, exponentialOfMinus(m, 0)));
const parts: Table[] = [];
for (let m = 0; m < 256; m++) parts.push(buildTable(m / 256, exponentialOfMinus(0, m)));

function invert(table: Table, draw: number): number {
  const { cumulative } = table;
  let k = table.guide[draw >>> 24]!;
  while (k < cumulative.length && cumulative[k]! <= draw) k++;
  return k;
}

function countBits(x: number): number {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function normalApproximation(mean16: Mean16, draw: number): number {
  const mean = mean16 / 65536;
  const one = mix32(draw ^ 0x1b873593);
  const two = mix32(one + 0x5bd1e995);
  const bits = countBits(draw) + countBits(one) - 32 + ((two >>> 8) / 0x1000000 - 0.5);
  return Math.max(0, Math.floor(mean + (Math.sqrt(mean) * bits) / 4 + (two & 0xff) / 256));
}

/** Poisson count with the given mean for draw (n, k) of a stream. Mean ≤ 2^31/65536·16. */
export function poisson(key: StreamKey, n: number, k: number, mean16: Mean16): number {
  if (mean16 <= 0) return 0;
  const draw = draw32(key, n, k);
  if (mean16 > EXACT_MEAN * 65536) return normalApproximation(mean16, draw);
  const whole = Math.floor(mean16 / 65536);
  const second = mix32(draw + 0x68e31da4);
  const rest = mean16 % 65536;
  let part = rest >>> 8;
  if ((mix32(second ^ 0x2545f491) & 0xff) < (rest & 0xff)) part += 1;
  const fraction =
    part > 255 ? invert(wholes[1]!, second) : part > 0 ? invert(parts[part]!, second) : 0;
  return (whole > 0 ? invert(wholes[whole]!, draw) : 0) + fraction;
}

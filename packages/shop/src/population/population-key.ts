import { draw32, streamKey, type StreamKey } from '@dwell/core';

/** Member numbers run from 1 to this; fewer than half of them belong to anybody. */
export const NUMBER_SPACE = 77_673_817;

/** Numbers are dealt in blocks of this size; every divisor of it is a scale with equal shares. */
export const BLOCK_SIZE = 100_000;
const CYCLE = 777;
const STRIDE = 479;
const BASE_THRESHOLD = 336;
const DITHER_BELOW = 0.85 * 0x100000000;

/** Everything derived once from the seed so that a member is a function of its number. */
export type PopulationKey = {
  readonly seed: number;
  /** Where column b of a block starts in the cycle, 0–776. */
  readonly offset: Uint16Array;
  /** How many of 777 positions of column b are taken, 336 or 337. */
  readonly threshold: Uint16Array;
  readonly status: StreamKey;
  readonly addresses: StreamKey;
  readonly person: StreamKey;
  readonly place: StreamKey;
  readonly orders: StreamKey;
  readonly network: StreamKey;
};

/**
 * Key of the population under a seed: about 400 kB of tables, 2 ms to make. Make it once a run.
 * Streams `population.offset` and `population.dither` decide who exists.
 */
export function populationKey(seed: number): PopulationKey {
  const offsetKey = streamKey(seed, 'population.offset');
  const ditherKey = streamKey(seed, 'population.dither');
  const offset = new Uint16Array(BLOCK_SIZE);
  const threshold = new Uint16Array(BLOCK_SIZE);
  for (let b = 0; b < BLOCK_SIZE; b++) {
    offset[b] = draw32(offsetKey, b) % CYCLE;
    threshold[b] = BASE_THRESHOLD + (draw32(ditherKey, b) < DITHER_BELOW ? 1 : 0);
  }
  return {
    seed,
    offset,
    threshold,
    status: streamKey(seed, 'population.status'),
    addresses: streamKey(seed, 'population.addresses'),
    person: streamKey(seed, 'population.person'),
    place: streamKey(seed, 'population.place'),
    orders: streamKey(seed, 'population.orders'),
    network: streamKey(seed, 'population.network'),
  };
}

/**
 * Does a member with this number exist (dormant and withdrawn ones included)?
 * False for anything outside 1…`NUMBER_SPACE`. About 33.67 M numbers do, evenly in every residue
 * class of the divisors of 100 000, yet irregularly between neighbours.
 */
export function exists(key: PopulationKey, number: number): boolean {
  if (!(number >= 1 && number <= NUMBER_SPACE)) return false;
  const zero = number - 1;
  const block = (zero / BLOCK_SIZE) | 0;
  const column = zero - block * BLOCK_SIZE;
  return (block * STRIDE + key.offset[column]!) % CYCLE < key.threshold[column]!;
}

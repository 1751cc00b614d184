import { badInput } from './errors.ts';
import { below, draw32, streamKey } from './random.ts';

/** N of 1:N: one in N accounts is simulated. */
export type Scale = number;

export const SCALE_MAX = 100_000;

/** 1000 for "1:1000". Errors: `SCALE`. */
export function parseScale(text: string, where = '--scale'): Scale {
  const m = /^1:(\d{1,6})$/.exec(text.trim());
  const n = m ? Number(m[1]) : 0;
  if (n < 1 || n > SCALE_MAX) {
    throw badInput(
      'SCALE',
      `"${text}" is not a scale`,
      where,
      'write 1:1000; anything from 1:1 to 1:100000',
    );
  }
  return n;
}

/** `1:1000`. */
export function formatScale(scale: Scale): string {
  return `1:${scale}`;
}

/**
 * Accounts whose number ≡ this (mod scale) are simulated. One residue modulo 100 000 is drawn from
 * the seed, so the 1:1000 set lies inside the 1:100 set.
 */
export function sampleResidue(seed: number, scale: Scale): number {
  return below(draw32(streamKey(seed, 'sample'), 0), SCALE_MAX) % scale;
}

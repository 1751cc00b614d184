/**
 * Chance as a pure function: a stream is a key derived from (seed, actor name) and a draw is a hash
 * of the key and two counters. No state to save, nothing to fall out of step: adding an actor or
 * skipping a draw moves no other draw (common random numbers).
 */
export type StreamKey = { readonly a: number; readonly b: number };

/** A 32-bit avalanche mix (multiply–xorshift, "lowbias32" constants). Result: uint32. */
export function mix32(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Key of the stream called `name` under `seed` (any safe integer). */
export function streamKey(seed: number, name: string): StreamKey {
  let a = mix32((seed % 0x100000000) ^ 0x9e3779b9);
  let b = mix32(Math.floor(seed / 0x100000000) ^ a ^ 0x85ebca6b);
  for (let i = 0; i < name.length; i++) {
    a = mix32(a ^ name.charCodeAt(i));
    b = mix32(b + a);
  }
  return { a, b };
}

/** uint32 for counter pair (n, k); n and k are uint32. */
export function draw32(key: StreamKey, n: number, k = 0): number {
  const x = mix32(key.a ^ n);
  return mix32((x + Math.imul(k, 0x9e3779b9) + key.b) | 0);
}

/** Integer in [0, bound) for a uint32 draw; bound ≤ 2^21 keeps the product exact. */
export function below(draw: number, bound: number): number {
  return Math.floor((draw * bound) / 0x100000000);
}

/** True with probability ppm / 1 000 000. */
export function chancePpm(draw: number, ppm: number): boolean {
  return draw * 1_000_000 < ppm * 0x100000000;
}

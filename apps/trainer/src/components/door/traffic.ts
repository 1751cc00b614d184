/** A request on its way through the picture: its lane, how far (0–1), how fast, and whether its token is forged. */
export type Mote = { lane: number; at: number; speed: number; length: number; forged: boolean };

export const LANES = 30;
/** Where the gateway stands, share of the width. */
export const GATE = 0.66;
/** Lanes on which forged tokens travel, each at one even pace: that is how a crawler looks. */
const FORGED_LANES = [7, 8, 19];

/** A whole number's own fraction, the same on every visit. */
function fraction(n: number): number {
  let x = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 0x85ebca6b) >>> 0;
  return ((x ^ (x >>> 13)) >>> 0) / 2 ** 32;
}

/** The motes of a picture: customers come in gusts, the crawler keeps time. */
export function firstMotes(count: number): Mote[] {
  const motes = Array.from({ length: count }, (_, i) => ({
    lane: Math.floor(fraction(i * 3) * LANES),
    at: fraction(i * 3 + 1),
    speed: 0.012 + 0.05 * fraction(i * 3 + 2) ** 2,
    length: 8 + 40 * fraction(i * 5 + 2) ** 3,
    forged: false,
  }));
  const forged = FORGED_LANES.flatMap((lane) =>
    Array.from({ length: 9 }, (_, i) => ({
      lane,
      at: (i / 9 + lane / 17) % 1,
      speed: 0.026,
      length: 14,
      forged: true,
    })),
  );
  return [...motes.filter((mote) => !FORGED_LANES.includes(mote.lane)), ...forged];
}

/** The motes some seconds later; one that leaves comes in again on the same lane. */
export function moveMotes(motes: readonly Mote[], seconds: number): Mote[] {
  return motes.map((mote) => ({ ...mote, at: (mote.at + mote.speed * seconds) % 1 }));
}

/** How bright a mote is at its place: it fades at the edges, and a forged one glows once it is through the gate. */
export function brightness(mote: Mote): number {
  const edge = Math.min(1, mote.at * 6, (1 - mote.at) * 10);
  return edge * (mote.forged && mote.at > GATE ? 0.95 : 0.25 + Math.min(0.5, mote.speed * 10));
}

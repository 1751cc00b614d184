/** A request on its way through the picture: which lane, how far (0–1), how fast, whether it will be refused. */
export type Mote = { lane: number; at: number; speed: number; forged: boolean };

export const LANES = 22;
/** Where the gateway stands, share of the width. */
export const GATE = 0.62;

/** The motes of a picture, spread by the golden ratio so that it looks the same on every visit. */
export function firstMotes(count: number): Mote[] {
  const golden = 0.618033988749895;
  return Array.from({ length: count }, (_, i) => {
    const spread = (i * golden) % 1;
    return {
      lane: (i * 7) % LANES,
      at: spread,
      speed: 0.018 + 0.03 * ((i * golden * golden) % 1),
      forged: i % 13 === 5,
    };
  });
}

/** The motes some seconds later; one that leaves comes in again on the same lane. */
export function moveMotes(motes: readonly Mote[], seconds: number): Mote[] {
  return motes.map((mote) => ({ ...mote, at: (mote.at + mote.speed * seconds) % 1 }));
}

/** How bright a mote is at its place: it fades in, and a forged one glows once it is past the gate, unseen. */
export function brightness(mote: Mote): number {
  const edge = Math.min(1, mote.at * 8, (1 - mote.at) * 8);
  return edge * (mote.forged && mote.at > GATE ? 1 : 0.55);
}

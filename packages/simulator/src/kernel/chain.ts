import { canonicalJson, sha256Hex, type Canonical } from '@dwell/core';

/** What one hour contributed, so that a divergence can be named to the hour and the part. */
export type ChainState = {
  /** Hex SHA-256 over everything up to the last whole hour. */
  head: string;
  /** First 8 hex digits of the counts' and the events' digests for each hour of the open day. */
  hours: string[];
};

export function openChain(genesis: Canonical): ChainState {
  return { head: sha256Hex('dwell chain 1\n', canonicalJson(genesis)), hours: [] };
}

/** Chains one hour: rows of counts (little-endian int32) and the canonical text of the hour's events. */
export function chainHour(
  chain: ChainState,
  counts: Int32Array,
  events: readonly Canonical[],
): void {
  const countsDigest = sha256Hex(
    new Uint8Array(counts.buffer, counts.byteOffset, counts.byteLength),
  );
  const eventsDigest = events.length === 0 ? '' : sha256Hex(canonicalJson(events));
  chain.head = sha256Hex(chain.head, countsDigest, eventsDigest);
  chain.hours.push(countsDigest.slice(0, 8) + (eventsDigest.slice(0, 8) || '--------'));
}

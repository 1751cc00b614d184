import { NUMBER_SPACE, acceptingShare, networkOf, VERIFIER_COUNT, type Fleet } from '@dwell/shop';
import { SESSION_TICKS } from '../actors/customers.ts';
import type { Block, RateLimit, WorldState } from './state.ts';

const MEMBERS = 33_673_817;
const MEMBERS_PER_NUMBER = MEMBERS / NUMBER_SPACE;

/** Check codes as recorded: position in the gateway's order + 1. */
const KEY_KNOWN = 1;
const RATE_LIMIT = 7;
const BLOCK = 8;

/** Mean accounts behind one address by kind of network (FACTS §3). */
const USERS_BEHIND: Readonly<Record<string, number>> = {
  carrier: 300,
  office: 80,
  home: 2.5,
  hosting: 0.8,
  foreign: 1,
};

/** Share of a network's addresses that anybody uses (shop/network: addresses are scattered over it). */
const IN_USE: Readonly<Record<string, number>> = {
  carrier: 0.027,
  office: 0.025,
  home: 0.11,
  hosting: 0.02,
  foreign: 0.01,
};

export type HonestGate = { refusedPpm: number; refusedBy: number; partnerRefusedPpm: number };
const OPEN: HonestGate = { refusedPpm: 0, refusedBy: 0, partnerRefusedPpm: 0 };

/** Members behind a blocked address or network, full scale. */
export function customersBehind(block: Pick<Block, 'base' | 'bits'>): number {
  const { kind } = networkOf(block.base);
  // Whoever blocks a single address has seen it in use.
  const used = Math.max(1, 2 ** (32 - block.bits) * (IN_USE[kind] ?? 1));
  return Math.ceil((USERS_BEHIND[kind] ?? 1) * used);
}

/** Members turned away by blocks and by ranges on the deny list, full scale. */
export function customersLockedOut(state: Pick<WorldState, 'blocks' | 'denied'>): number {
  const blocked = state.blocks.reduce((sum, b) => sum + customersBehind(b), 0);
  const denied = state.denied.reduce(
    (sum, d) => sum + Math.round((d.to - d.from + 1) * MEMBERS_PER_NUMBER),
    0,
  );
  return Math.min(MEMBERS, blocked + denied);
}

/** Share of customers (ppm) that a per-source limit throttles: those behind the busiest carrier addresses. */
export function throttledPpm(limit: number): number {
  // A carrier address of 300 users (50–3,000) makes 0.056 calls a user and minute at the daily peak.
  const users = limit / 0.083;
  if (users >= 3000) return 0;
  if (users <= 300) return Math.floor(760_000 * (1 - users / 600));
  const tail = 1 - (users - 300) / 2700;
  return Math.floor(380_000 * tail * tail);
}

function limitShare(limit: RateLimit): number {
  if (limit.per === 'source') return throttledPpm(limit.limit);
  if (limit.per === 'token')
    return limit.limit >= 30 ? 0 : Math.floor(((30 - limit.limit) / 30) * 40_000);
  return limit.limit >= 40_000 ? 0 : Math.floor((1 - limit.limit / 40_000) * 1_000_000);
}

/** Tokens of the open sessions that the verifiers do not take at this moment (ppm). */
function keyShare(state: WorldState, fleet: Fleet, now: number): number {
  let all = 0;
  let refused = 0;
  for (let age = 0; age < SESSION_TICKS; age++) {
    const slot = (state.tick - age + 60) % 60;
    const sessions = Math.max(1, state.recentSessions[slot]!);
    const key = state.keys.keys.find(
      (k) => k.purpose === 'member-token' && k.version === state.recentKeys[slot],
    );
    all += sessions;
    if (key) refused += sessions * (VERIFIER_COUNT - acceptingShare(fleet, key.kid, now));
  }
  return Math.floor((refused * 1_000_000) / (all * VERIFIER_COUNT));
}

/**
 * What the gateway does to honest customers at this tick: the price of key changes (caches, pinned
 * verifiers), blocks and limits, as shares of their requests.
 */
export function honestGate(state: WorldState, fleet: Fleet, now: number): HonestGate {
  const rotated = fleet.publications.length > 1;
  if (!rotated && state.blocks.length + state.limits.length + state.denied.length === 0)
    return OPEN;
  const key = rotated ? keyShare(state, fleet, now) : 0;
  const blocked = Math.floor((customersLockedOut(state) * 1_000_000) / MEMBERS);
  const limited = state.limits.reduce((most, l) => Math.max(most, limitShare(l)), 0);
  const partner = state.limits.reduce(
    (most, l) =>
      Math.max(
        most,
        l.per === 'source' && l.limit < 400 ? Math.floor((1 - l.limit / 400) * 1_000_000) : 0,
      ),
    0,
  );
  const refusedBy =
    key >= blocked && key >= limited ? KEY_KNOWN : limited >= blocked ? RATE_LIMIT : BLOCK;
  return {
    refusedPpm: Math.min(1_000_000, key + blocked + limited),
    refusedBy: key + blocked + limited === 0 ? 0 : refusedBy,
    partnerRefusedPpm: partner,
  };
}

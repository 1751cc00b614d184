import { draw32 } from '@dwell/core';
import type { PopulationKey } from './population-key.ts';

/** Withdrawn members left, but their data is still kept. */
export type MemberStatus = 'active' | 'dormant' | 'withdrawn';

const TWO32 = 0x100000000;
const share = (ppm: number) => Math.floor((ppm * TWO32) / 1_000_000);

const ACTIVE_BELOW = share(780_000);
const DORMANT_BELOW = share(930_000);

/**
 * 78 % active, 15 % dormant, 7 % withdrawn but kept (FACTS §3). Only meaningful for numbers that
 * exist.
 */
export function memberStatus(key: PopulationKey, number: number): MemberStatus {
  const draw = draw32(key.status, number);
  return draw < ACTIVE_BELOW ? 'active' : draw < DORMANT_BELOW ? 'dormant' : 'withdrawn';
}

/**
 * Cumulative shares of 1, 2, … entries among kept accounts: mean 2.287. Withdrawn accounts keep one
 * entry, rarely two (mean 1.044, 2.46 M rows in all), which makes the mean of everybody 2.2.
 */
const ENTRIES_BELOW = Float64Array.from(
  [361_500, 631_500, 830_000, 930_000, 970_000, 990_000],
  share,
);
const WITHDRAWN_TWO_BELOW = share(44_000);

/** Entries in a member's address book, 1–7; mean 2.2 (FACTS §3). */
export function addressCount(key: PopulationKey, number: number): number {
  const draw = draw32(key.addresses, number);
  if (draw32(key.status, number) >= DORMANT_BELOW) return draw < WITHDRAWN_TWO_BELOW ? 2 : 1;
  let count = 1;
  while (count < 7 && draw >= ENTRIES_BELOW[count - 1]!) count++;
  return count;
}

/** Whose person an address entry names. */
export type EntryKind =
  | 'self'
  /** A person who is no member and belongs to this account. */
  | 'owned-non-member'
  /** A person who is no member and already belongs to another account. */
  | 'repeated-non-member';

/*
 * 12 % of 2.2 entries are non-members, 0.264 a member. 4.33 M people / 33.67 M members = 0.1286 of
 * these are the first mention; the rest repeat somebody. The first entry is always the member's
 * own, so both are spread over the 1.2 further entries of the mean account.
 */
const OWNED_BELOW = share(107_156);
const NON_MEMBER_BELOW = share(107_156 + 112_844);

/** What entry `index` (0-based, < `addressCount`) of an address book is. */
export function entryKind(key: PopulationKey, number: number, index: number): EntryKind {
  if (index === 0) return 'self';
  const draw = draw32(key.addresses, number, index);
  return draw < OWNED_BELOW
    ? 'owned-non-member'
    : draw < NON_MEMBER_BELOW
      ? 'repeated-non-member'
      : 'self';
}

/** People who are no members and are counted under this account; mean 0.1286 (4.33 M in all). */
export function nonMembersOwned(key: PopulationKey, number: number): number {
  const count = addressCount(key, number);
  let owned = 0;
  for (let index = 1; index < count; index++) {
    if (draw32(key.addresses, number, index) < OWNED_BELOW) owned++;
  }
  return owned;
}

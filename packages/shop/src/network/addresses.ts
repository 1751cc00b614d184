import { draw32 } from '@dwell/core';
import type { PopulationKey } from '../population/population-key.ts';
import type { Ipv4 } from './ipv4.ts';

/*
 * Addresses are functions of the full population, so at any sampling scale a shared address shows
 * the sampled part of its users. Counts of addresses are chosen for 33.67 M accounts. Indexes are
 * scattered over a network by an odd multiplier, a bijection modulo a power of two.
 */
const HOME_BASE = 0xf0000000;
const OFFICE_BASE = 0x0a000000;
const CARRIER_ONE = 0x64400000;
const CARRIER_TWO = 0x64600000;
const CARRIER_THREE = 0x64700000;
const HOSTING_BASE = 0xc6120000;
const FOREIGN_BASE = 0xf8000000;
const PARTNER_BASE = 0xac100000;
const STAFF_BASE = 0xc0a80000;
const BATCH_BASE = 0xc0a88000;

/** Mean 2.23 accounts a household, hence 2.5 behind each home address that is used at all. */
const HOUSEHOLDS = 15_100_000;
/** 80 accounts an office. */
const OFFICES = 420_923;
/** 300 accounts a carrier address; the shares of the three carriers are 50, 30 and 20 %. */
const CARRIER_ADDRESSES = 112_246;
const HALF = 0.5 * 0x100000000;
const FOUR_FIFTHS = 0.8 * 0x100000000;
const INVERSE32 = 1 / 0x100000000;
const SCATTER = 0x2545f491;

/** Stream counters, so that traits of one member do not depend on one another. */
const HOUSEHOLD = 1;
const OFFICE = 2;
const CARRIER = 3;
const ABROAD = 4;
const HOSTING = 5;
const CARRIER_EPOCH = 1 << 20;
const VPN_EPOCH = 1 << 21;

/** Which household (0-based) a member lives in; its members share home address and street line. */
export function householdOf(key: PopulationKey, number: number): number {
  return draw32(key.network, number, HOUSEHOLD) % HOUSEHOLDS;
}

/** Home address; about 2.5 accounts share one. */
export function homeAddress(key: PopulationKey, number: number): Ipv4 {
  return HOME_BASE + (Math.imul(householdOf(key, number), 0x6b79c4d5) & 0x7ffffff);
}

/** Address of the office a member would shop from; about 80 accounts share one. */
export function officeAddress(key: PopulationKey, number: number): Ipv4 {
  return (
    OFFICE_BASE + (Math.imul(draw32(key.network, number, OFFICE) % OFFICES, 0x2c1b3c6d) & 0xffffff)
  );
}

/**
 * Mobile address of a member in an epoch (such as a local day): about 300 accounts share one, with
 * a heavy tail from about 50 to 3,000. The carrier stays, the address changes with the epoch.
 */
export function carrierAddress(key: PopulationKey, number: number, epoch: number): Ipv4 {
  const carrier = draw32(key.network, number, CARRIER);
  const v = draw32(key.network, number, CARRIER_EPOCH + epoch) * INVERSE32;
  // Accounts per address are 300 / (slope of this polynomial): 3,000 at v = 0 and 70 at v = 1.
  const v3 = v * v * v;
  const rank = (0.1 * v + 0.4 * v3 + 0.5 * v3 * v3) * CARRIER_ADDRESSES;
  if (carrier < HALF) return CARRIER_ONE + (Math.imul(rank * 0.5, SCATTER) & 0x1fffff);
  if (carrier < FOUR_FIFTHS) return CARRIER_TWO + (Math.imul(rank * 0.3, SCATTER) & 0xfffff);
  return CARRIER_THREE + (Math.imul(rank * 0.2, SCATTER) & 0xfffff);
}

/** Address of a member who is abroad; hardly ever shared. */
export function foreignAddress(key: PopulationKey, number: number): Ipv4 {
  return FOREIGN_BASE + (draw32(key.network, number, ABROAD) >>> 6);
}

/**
 * The i-th hosting or proxy address under this seed, distinct for 0 ≤ i < 131,072 and spread over
 * all providers.
 */
export function hostingAddress(key: PopulationKey, i: number): Ipv4 {
  return HOSTING_BASE + ((Math.imul(i, 0x9e3b5) + draw32(key.network, 0, HOSTING)) & 0x1ffff);
}

/** First index of `hostingAddress` that honest customers' VPN exits use, and how many there are. */
const VPN_FIRST = 100_000;
const VPN_ADDRESSES = 2_500;

/**
 * Address of a customer who shops through a VPN that day: one of 2,500 exits in hosting networks.
 */
export function vpnAddress(key: PopulationKey, number: number, epoch: number): Ipv4 {
  return hostingAddress(
    key,
    VPN_FIRST + (draw32(key.network, number, VPN_EPOCH + epoch) % VPN_ADDRESSES),
  );
}

/** The i-th address (0–1023) of a partner or warehouse (0–1023). */
export function partnerAddress(partner: number, i: number): Ipv4 {
  return PARTNER_BASE + ((partner & 1023) << 10) + (i & 1023);
}

/** The i-th staff address (0–32,767): laptops, desks, the support floor. */
export function staffAddress(i: number): Ipv4 {
  return STAFF_BASE + (i & 0x7fff);
}

/** The i-th batch host (0–32,767). */
export function batchAddress(i: number): Ipv4 {
  return BATCH_BASE + (i & 0x7fff);
}

import { expect, test } from 'vitest';
import { exists, NUMBER_SPACE, populationKey } from '../population/population-key.ts';
import {
  carrierAddress,
  homeAddress,
  hostingAddress,
  householdOf,
  officeAddress,
  partnerAddress,
} from './addresses.ts';
import { networkOf } from './networks.ts';

const key = populationKey(42);

/** Accounts behind each address that is used at all, ascending. */
function used(counts: Uint8Array | Uint16Array): Uint16Array {
  return Uint16Array.from(counts.filter((count) => count > 0)).sort();
}
const mean = (values: Uint16Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

test(
  'accounts share addresses as the facts say, seen through a tenth of the population',
  { timeout: 60_000 },
  () => {
    const homes = new Uint8Array(15_100_000);
    const offices = new Uint16Array(2 ** 24);
    const carriers = new Uint16Array(2 ** 22);
    for (let number = 3; number <= NUMBER_SPACE; number += 10) {
      if (!exists(key, number)) continue;
      homes[householdOf(key, number)]!++;
      offices[officeAddress(key, number) - 0x0a000000]!++;
      carriers[carrierAddress(key, number, 5) - 0x64400000]!++;
    }
    // Mean 0.223 in a tenth is 2.23 in all: 2.23 / (1 - e^-2.23) = 2.5 behind used homes.
    expect(Math.abs(mean(used(homes)) - 0.223 / (1 - Math.exp(-0.223)))).toBeLessThan(0.003);
    expect(Math.abs(mean(used(offices)) - 8)).toBeLessThan(0.1);
    const carrier = used(carriers);
    expect(Math.abs(mean(carrier) - 30)).toBeLessThan(0.5);
    const accountsAt = (share: number) => 10 * carrier[Math.floor(share * (carrier.length - 1))]!;
    expect(accountsAt(0.05)).toBeGreaterThan(30);
    expect(accountsAt(0.05)).toBeLessThan(90);
    expect(accountsAt(0.5)).toBeLessThan(200);
    expect(accountsAt(0.999)).toBeGreaterThan(2_000);
    expect(accountsAt(1)).toBeLessThan(4_000);
  },
);

test('a household has one address of its own', () => {
  const byAddress = new Map<number, number>();
  for (let number = 1; number < 2_000_000; number += 31) {
    const household = householdOf(key, number);
    const address = homeAddress(key, number);
    expect(byAddress.get(address) ?? household).toBe(household);
    byAddress.set(address, household);
  }
});

test('a mobile address changes with the epoch, the carrier does not', () => {
  let moved = 0;
  for (let number = 1; number <= 2_000; number++) {
    const today = carrierAddress(key, number, 10);
    const tomorrow = carrierAddress(key, number, 11);
    expect(carrierAddress(key, number, 10)).toBe(today);
    expect(networkOf(today).asn).toBe(networkOf(tomorrow).asn);
    if (today !== tomorrow) moved++;
  }
  expect(moved).toBeGreaterThan(1_980);
});

test('hosting and partner addresses are distinct; 16 neighbours spread over every provider', () => {
  expect(new Set(Array.from({ length: 131_072 }, (_, i) => hostingAddress(key, i))).size).toBe(
    131_072,
  );
  expect(
    new Set(Array.from({ length: 16 }, (_, i) => networkOf(hostingAddress(key, i)).name)).size,
  ).toBe(4);
  const partners = Array.from({ length: 100 }, (_, p) =>
    Array.from({ length: 50 }, (_each, i) => partnerAddress(p, i)),
  );
  expect(new Set(partners.flat()).size).toBe(5_000);
});

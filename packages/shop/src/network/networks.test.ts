import fc from 'fast-check';
import { expect, test } from 'vitest';
import { populationKey } from '../population/population-key.ts';
import {
  batchAddress,
  carrierAddress,
  foreignAddress,
  homeAddress,
  hostingAddress,
  officeAddress,
  partnerAddress,
  staffAddress,
  vpnAddress,
} from './addresses.ts';
import { cidrContains, parseCidr } from './ipv4.ts';
import { networkOf, NETWORKS } from './networks.ts';

const key = populationKey(42);
const number = fc.integer({ min: 1, max: 77_673_817 });
const small = fc.integer({ min: 0, max: 20_000 });

test('every address lies in the reserved range of its kind', () => {
  const inside = (ip: number, range: string, kind: string) => {
    expect(cidrContains(parseCidr(range), ip), `${ip} in ${range}`).toBe(true);
    expect(networkOf(ip).kind).toBe(kind);
  };
  fc.assert(
    fc.property(number, small, (n, i) => {
      inside(homeAddress(key, n), '240.0.0.0/5', 'home');
      inside(officeAddress(key, n), '10.0.0.0/8', 'office');
      inside(carrierAddress(key, n, i % 400), '100.64.0.0/10', 'carrier');
      inside(foreignAddress(key, n), '248.0.0.0/6', 'foreign');
      inside(hostingAddress(key, i), '198.18.0.0/15', 'hosting');
      inside(vpnAddress(key, n, i % 400), '198.18.0.0/15', 'hosting');
      inside(partnerAddress(i & 1023, i >> 5), '172.16.0.0/12', 'partner');
      inside(staffAddress(i), '192.168.0.0/17', 'staff');
      inside(batchAddress(i), '192.168.128.0/17', 'batch');
    }),
  );
});

test('networks are ascending, do not overlap, and bear numbers kept for documentation', () => {
  let end = -1;
  for (const { cidr, asn } of NETWORKS) {
    expect(cidr.base).toBeGreaterThan(end);
    end = cidr.base + 2 ** (32 - cidr.prefix) - 1;
    expect((asn >= 64_496 && asn <= 64_511) || (asn >= 65_536 && asn <= 65_551)).toBe(true);
  }
});

test('an address outside them is of no known network', () => {
  for (const ip of [
    0,
    0x01010101,
    0x08080808,
    0x0affffff + 1,
    0xc6140000,
    0xfc000000,
    0xffffffff,
  ]) {
    expect(networkOf(ip).kind).toBe('unknown');
  }
});

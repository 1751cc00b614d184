import { DwellError } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cidrContains, formatCidr, formatIp, parseCidr, parseIp } from './ipv4.ts';

const anyIp = fc.integer({ min: 0, max: 0xffffffff });

test('writing and reading an address gives it back', () => {
  fc.assert(
    fc.property(anyIp, (ip) => {
      expect(parseIp(formatIp(ip))).toBe(ip);
    }),
  );
});

test('a network holds exactly the addresses that share its prefix', () => {
  fc.assert(
    fc.property(anyIp, anyIp, fc.integer({ min: 0, max: 32 }), (ip, other, prefix) => {
      const cidr = parseCidr(`${formatIp(ip)}/${prefix}`);
      const size = 2 ** (32 - prefix);
      expect(cidrContains(cidr, ip)).toBe(true);
      expect(cidrContains(cidr, other)).toBe(Math.floor(ip / size) === Math.floor(other / size));
      expect(parseCidr(formatCidr(cidr))).toEqual(cidr);
    }),
  );
});

test('what is no address or network is refused with a sentence', () => {
  for (const text of ['', '1.2.3', '1.2.3.256', '1.2.3.4.5', 'a.b.c.d', '-1.2.3.4', '1.2.3.4/']) {
    expect(() => parseIp(text), text).toThrow(DwellError);
  }
  for (const text of ['1.2.3.4/33', '1.2.3.4/', '1.2.3.4/x', '1.2.3.4/8/8', '/8']) {
    expect(() => parseCidr(text), text).toThrow(DwellError);
  }
});

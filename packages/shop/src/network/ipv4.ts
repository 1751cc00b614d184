import { badInput } from '@dwell/core';

/** An IPv4 address as an unsigned 32-bit integer. */
export type Ipv4 = number;

/** A network: its first address and the length of its prefix. */
export type Cidr = { readonly base: Ipv4; readonly prefix: number };

/** `198.18.0.7` for 0xC6120007. */
export function formatIp(ip: Ipv4): string {
  return `${ip >>> 24}.${(ip >>> 16) & 255}.${(ip >>> 8) & 255}.${ip & 255}`;
}

const DOTTED = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** The integer of a dotted address. Errors: `ADDRESS`. */
export function parseIp(text: string, where = 'address'): Ipv4 {
  const m = DOTTED.exec(text.trim());
  const bytes = m ? m.slice(1, 5).map(Number) : [];
  if (bytes.length !== 4 || bytes.some((byte) => byte > 255)) {
    throw badInput(
      'ADDRESS',
      `"${text}" is not an IPv4 address`,
      where,
      'write four numbers of 0–255, such as 198.18.0.7',
    );
  }
  return bytes.reduce((ip, byte) => ip * 256 + byte, 0);
}

/**
 * The network of `10.1.0.0/16`; an address alone is a /32. Host bits are cleared. Errors:
 * `ADDRESS`.
 */
export function parseCidr(text: string, where = 'network'): Cidr {
  const [address = '', length, ...more] = text.trim().split('/');
  const prefix = length === undefined ? 32 : /^\d{1,2}$/.test(length) ? Number(length) : 99;
  if (prefix > 32 || more.length > 0) {
    throw badInput(
      'ADDRESS',
      `"${text}" is not a network`,
      where,
      'write an address and a prefix of 0–32, such as 10.1.0.0/16',
    );
  }
  return { base: (parseIp(address, where) & prefixMask(prefix)) >>> 0, prefix };
}

/** `10.1.0.0/16`; a /32 is written as the address alone. */
export function formatCidr({ base, prefix }: Cidr): string {
  return prefix === 32 ? formatIp(base) : `${formatIp(base)}/${prefix}`;
}

/** Is the address inside the network? */
export function cidrContains(cidr: Cidr, ip: Ipv4): boolean {
  return (ip & prefixMask(cidr.prefix)) >>> 0 === cidr.base;
}

function prefixMask(prefix: number): number {
  return prefix === 0 ? 0 : (-1 << (32 - prefix)) >>> 0;
}

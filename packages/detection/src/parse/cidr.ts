import type { CidrTest } from '../ir/expression.ts';

/** An IPv4 (dotted) or IPv6 address as bytes, or null. */
export function addressBytes(text: string): number[] | null {
  return text.includes(':') ? ipv6(text) : ipv4(text);
}

function ipv4(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte < 256) ? bytes : null;
}

function ipv6(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const open = halves.length === 2;
  const head = groups(halves[0]!, !open);
  const tail = open ? groups(halves[1]!, true) : [];
  if (!head || !tail) return null;
  const missing = 16 - head.length - tail.length;
  if (open ? missing < 2 : missing !== 0) return null;
  return [...head, ...Array<number>(missing).fill(0), ...tail];
}

/** Groups of two bytes; with `last`, the last one may be an IPv4 address. */
function groups(text: string, last: boolean): number[] | null {
  if (text === '') return [];
  const bytes: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    const dotted = last && i === parts.length - 1 && part.includes('.') ? ipv4(part) : null;
    if (dotted) bytes.push(...dotted);
    else if (!/^[0-9a-f]{1,4}$/i.test(part)) return null;
    else bytes.push(Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255);
  }
  return bytes;
}

/**
 * A network such as `10.0.0.0/8` or `2001:db8::/32`; an address alone is a network of one. `exact`:
 * no bits are set behind the prefix. Null when it is none.
 */
export function parseCidr(text: string): { test: CidrTest; exact: boolean } | null {
  const [address, prefix, ...rest] = text.split('/');
  const bytes = addressBytes(address!);
  if (!bytes || rest.length > 0) return null;
  if (prefix !== undefined && !/^(0|[1-9]\d{0,2})$/.test(prefix)) return null;
  const bits = prefix === undefined ? bytes.length * 8 : Number(prefix);
  if (bits > bytes.length * 8) return null;
  const masked = bytes.map((byte, i) => {
    const kept = Math.min(8, Math.max(0, bits - i * 8));
    return byte & (0xff00 >> kept) & 255;
  });
  const exact = masked.every((byte, i) => byte === bytes[i]);
  return { test: { kind: 'cidr', bytes: masked, bits }, exact };
}

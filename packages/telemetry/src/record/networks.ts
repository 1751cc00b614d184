/** A network by its range of IPv4 addresses as integers, both ends included. */
export type NetworkRange = { from: number; to: number; name: string; kind: string; asn: number };

const range = (
  a: number,
  b: number,
  prefix: number,
  name: string,
  kind: string,
  asn: number,
): NetworkRange => {
  const from = a * 2 ** 24 + b * 2 ** 16;
  return { from, to: from + 2 ** (32 - prefix) - 1, name, kind, asn };
};

/** The shop's fictional internet, repeated here so that queries can name networks (packages/shop/src/network). */
export const NETWORK_RANGES: readonly NetworkRange[] = [
  range(10, 0, 9, 'Business Access North', 'office', 64_496),
  range(10, 128, 9, 'Business Access South', 'office', 64_497),
  range(100, 64, 11, 'Carrier One Mobile', 'carrier', 64_498),
  range(100, 96, 12, 'Carrier Two Mobile', 'carrier', 64_499),
  range(100, 112, 12, 'Carrier Three Mobile', 'carrier', 64_500),
  range(172, 16, 12, 'Partners and Warehouses', 'partner', 64_501),
  range(192, 168, 17, 'Shop Staff', 'staff', 64_502),
  { ...range(192, 168, 17, 'Shop Batch Hosts', 'batch', 64_503), from: 0xc0a88000, to: 0xc0a8ffff },
  range(198, 18, 17, 'Paper Cloud Hosting', 'hosting', 65_536),
  {
    ...range(198, 18, 17, 'Tin Roof Servers', 'hosting', 65_537),
    from: 0xc6128000,
    to: 0xc612ffff,
  },
  range(198, 19, 17, 'Open Corridor Proxies', 'hosting', 65_538),
  {
    ...range(198, 19, 17, 'Harbour Tunnel VPN', 'hosting', 65_539),
    from: 0xc6138000,
    to: 0xc613ffff,
  },
  range(240, 0, 6, 'Homelight Broadband', 'home', 64_504),
  range(244, 0, 7, 'Riverside Cable', 'home', 64_505),
  range(246, 0, 7, 'Hillside Fibre', 'home', 64_506),
  range(248, 0, 7, 'Abroad West', 'foreign', 64_507),
  range(250, 0, 7, 'Abroad East', 'foreign', 64_508),
];

/** Dotted text of an IPv4 integer. */
export function ipText(ip: number): string {
  return `${ip >>> 24}.${(ip >>> 16) & 255}.${(ip >>> 8) & 255}.${ip & 255}`;
}

/** Integer range of `10.0.0.0/8` or of one address; null when it is neither. */
export function parseCidrRange(text: string): { from: number; to: number } | null {
  const m = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text);
  if (!m) return null;
  const bytes = m.slice(1, 5).map(Number);
  const prefix = m[5] === undefined ? 32 : Number(m[5]);
  if (bytes.some((b) => b > 255) || prefix > 32) return null;
  const ip = bytes.reduce((sum, b) => sum * 256 + b, 0);
  const size = 2 ** (32 - prefix);
  const from = Math.floor(ip / size) * size;
  return { from, to: from + size - 1 };
}

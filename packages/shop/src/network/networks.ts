import { parseCidr, type Cidr, type Ipv4 } from './ipv4.ts';

/** What sort of place traffic comes from. */
export type NetworkKind =
  | 'carrier'
  | 'home'
  | 'office'
  | 'hosting'
  | 'foreign'
  | 'partner'
  | 'staff'
  | 'batch'
  | 'unknown';

/**
 * A fictional network. `asn` is from the ranges for documentation and private use (RFC 5398, RFC
 * 6996).
 */
export type Network = {
  readonly name: string;
  readonly kind: NetworkKind;
  readonly asn: number;
  readonly cidr: Cidr;
};

const network = (cidr: string, name: string, kind: NetworkKind, asn: number): Network =>
  Object.freeze({ name, kind, asn, cidr: Object.freeze(parseCidr(cidr)) });

/**
 * The fictional internet, ascending. Reserved address space only, so that no record ever names a
 * real host: shared space (RFC 6598) for carriers, private space (RFC 1918) for offices, partners
 * and staff, benchmarking (RFC 2544) for hosting, future use (RFC 1112) for homes and abroad.
 */
export const NETWORKS: readonly Network[] = Object.freeze([
  network('10.0.0.0/9', 'Business Access North', 'office', 64_496),
  network('10.128.0.0/9', 'Business Access South', 'office', 64_497),
  network('100.64.0.0/11', 'Carrier One Mobile', 'carrier', 64_498),
  network('100.96.0.0/12', 'Carrier Two Mobile', 'carrier', 64_499),
  network('100.112.0.0/12', 'Carrier Three Mobile', 'carrier', 64_500),
  network('172.16.0.0/12', 'Partners and Warehouses', 'partner', 64_501),
  network('192.168.0.0/17', 'Shop Staff', 'staff', 64_502),
  network('192.168.128.0/17', 'Shop Batch Hosts', 'batch', 64_503),
  network('198.18.0.0/17', 'Paper Cloud Hosting', 'hosting', 65_536),
  network('198.18.128.0/17', 'Tin Roof Servers', 'hosting', 65_537),
  network('198.19.0.0/17', 'Open Corridor Proxies', 'hosting', 65_538),
  network('198.19.128.0/17', 'Harbour Tunnel VPN', 'hosting', 65_539),
  network('240.0.0.0/6', 'Homelight Broadband', 'home', 64_504),
  network('244.0.0.0/7', 'Riverside Cable', 'home', 64_505),
  network('246.0.0.0/7', 'Hillside Fibre', 'home', 64_506),
  network('248.0.0.0/7', 'Abroad West', 'foreign', 64_507),
  network('250.0.0.0/7', 'Abroad East', 'foreign', 64_508),
]);

const UNKNOWN = network('0.0.0.0/0', 'Unknown', 'unknown', 65_551);
const FIRST = Float64Array.from(NETWORKS, (n) => n.cidr.base);
const LAST = Float64Array.from(NETWORKS, (n) => n.cidr.base + 2 ** (32 - n.cidr.prefix) - 1);

/** The network an address belongs to; kind `unknown` when it is none of ours. */
export function networkOf(ip: Ipv4): Network {
  let low = 0;
  let high = FIRST.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (FIRST[middle]! <= ip) low = middle;
    else high = middle - 1;
  }
  return ip >= FIRST[low]! && ip <= LAST[low]! ? NETWORKS[low]! : UNKNOWN;
}

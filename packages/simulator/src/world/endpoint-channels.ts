import { CH, type Channel } from './channels.ts';

const served: readonly (readonly Channel[])[] = [
  [],
  ['addressList', 'partnerAddressList', 'attackAddressList'],
  ['addressEdit', 'attackAddressEdit'],
  ['myInfo', 'attackMyInfo', 'qaCanary'],
  ['orderList', 'partnerOrderList', 'attackOrderList'],
  ['home'],
  ['search'],
  ['cart'],
  ['other'],
  ['sessionsMobile', 'sessionsWeb', 'sessionsForeign'],
];
const failed: readonly (readonly Channel[])[] = [
  [],
  ['addressListRefused', 'partnerRefused'],
  ['addressEditRefused'],
  ['myInfoRefused', 'missingSubjects'],
  ['orderListRefused'],
  [],
  [],
  [],
  [],
  ['loginFailures', 'hostileLogins'],
];

const toIndexes = (names: readonly (readonly Channel[])[]) =>
  names.map((list) => list.map((name) => CH[name]));
const SERVED = toIndexes(served);
const FAILED = toIndexes(failed);

function sum(
  counts: { readonly [i: number]: number },
  at: number,
  channels: readonly number[],
): number {
  let all = 0;
  for (const channel of channels) all += counts[at + channel]!;
  return all;
}

/** Requests that an endpoint (index 1–9) answered, in the row that begins at `at`. */
export function endpointRequests(
  counts: { readonly [i: number]: number },
  at: number,
  endpoint: number,
): number {
  return sum(counts, at, SERVED[endpoint]!);
}

/** Requests that an endpoint refused or failed, but for the attack's own, which are known one by one. */
export function endpointErrors(
  counts: { readonly [i: number]: number },
  at: number,
  endpoint: number,
): number {
  return sum(counts, at, FAILED[endpoint]!);
}

/**
 * One row of counts a tick: what the world drew. Records are a pure function of these rows, and
 * the checksum chains over them. All in simulated units (sampled accounts), not scaled.
 */
export const CHANNELS = [
  'sessionsMobile',
  'sessionsWeb',
  'sessionsForeign',
  'logins',
  'loginFailures',
  'hostileLogins',
  'addressList',
  'addressEdit',
  'myInfo',
  'orderList',
  'addressListRefused',
  'addressEditRefused',
  'myInfoRefused',
  'orderListRefused',
  'home',
  'search',
  'cart',
  'other',
  'orders',
  'lostOrders',
  'partnerAddressList',
  'partnerOrderList',
  'partnerRefused',
  'missingSubjects',
  'lookups',
  'jobs',
  'contacts',
  'mails',
  'qaCanary',
  'attackAttempts',
  'attackAddressList',
  'attackAddressEdit',
  'attackMyInfo',
  'attackOrderList',
  'attackNotFound',
  'attackRefused',
  'signingKey',
  'refusedBy',
] as const;

export type Channel = (typeof CHANNELS)[number];
export const CHANNEL_COUNT = CHANNELS.length;

/** Index of each channel in a row. */
export const CH = Object.fromEntries(CHANNELS.map((name, i) => [name, i])) as Readonly<
  Record<Channel, number>
>;

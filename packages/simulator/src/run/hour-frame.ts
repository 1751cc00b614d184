import { HOUR_MS } from '@dwell/core';
import { CH, CHANNEL_COUNT, type Channel } from '../world/channels.ts';
import type { World } from '../world/world.ts';
import type { HourFrame } from './frame.ts';
import { costSoFar } from './summarise.ts';

/** Channels that make up the requests of each endpoint, by index 1–9. */
const REQUESTS: readonly (readonly Channel[])[] = [
  [],
  ['addressList', 'partnerAddressList', 'attackAddressList'],
  ['addressEdit', 'attackAddressEdit'],
  ['myInfo', 'attackMyInfo', 'qaCanary'],
  ['orderList', 'partnerOrderList', 'attackOrderList'],
  ['home'],
  ['search'],
  ['cart'],
  ['other'],
  ['sessionsMobile', 'sessionsWeb', 'sessionsForeign', 'logins'],
];
const ERRORS: readonly (readonly Channel[])[] = [
  [],
  ['addressListRefused', 'partnerRefused', 'attackNotFound', 'attackRefused'],
  ['addressEditRefused'],
  ['myInfoRefused', 'missingSubjects'],
  ['orderListRefused'],
  [],
  [],
  [],
  [],
  ['loginFailures', 'hostileLogins'],
];

/** Sums an hour of rows to full-scale figures. Attack refusals are counted at the address list, where the walk begins. */
export function hourFrame(world: World, rows: Int32Array): HourFrame {
  const sums = new Float64Array(CHANNEL_COUNT);
  for (let i = 0; i < rows.length; i++) sums[i % CHANNEL_COUNT]! += rows[i]!;
  const sum = (names: readonly Channel[]) => names.reduce((all, name) => all + sums[CH[name]]!, 0) * world.scale;
  const errors = ERRORS.map(sum);
  const { totals, storm } = world.state;
  return {
    at: world.now - HOUR_MS,
    requests: REQUESTS.map((names, e) => sum(names) + errors[e]!),
    errors,
    orders: sum(['orders']),
    lostOrders: sum(['lostOrders']),
    logins: sum(['logins']),
    loginFailures: sum(['loginFailures', 'hostileLogins']),
    contacts: sum(['contacts']),
    lockedOut: storm ? Math.round((world.knobs['world.daily_users'] * storm.remaining) / 1_000_000) : 0,
    cost: costSoFar(world),
    truth: {
      attackRequests: sum(['attackAttempts']),
      attackServed: sum(['attackAddressList', 'attackAddressEdit', 'attackMyInfo', 'attackOrderList']),
      accountsLost: totals.accountsLost * world.scale,
    },
  };
}

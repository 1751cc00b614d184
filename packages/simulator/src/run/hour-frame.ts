import { HOUR_MS } from '@dwell/core';
import { CH, CHANNEL_COUNT, type Channel } from '../world/channels.ts';
import { endpointErrors, endpointRequests } from '../world/endpoint-channels.ts';
import type { WorldApi } from '../world/world-api.ts';
import type { HourFrame } from './frame.ts';
import { costSoFar } from './summarise.ts';

const ENDPOINTS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const ADDRESS_LIST = 1;
const MY_INFO = 3;

/** Sums an hour of rows to full-scale figures. */
export function hourFrame(world: WorldApi, rows: Int32Array): HourFrame {
  const sums = new Float64Array(CHANNEL_COUNT);
  for (let at = 0; at < rows.length; at += CHANNEL_COUNT) {
    for (let c = 0; c < CHANNEL_COUNT; c++) sums[c]! += rows[at + c]!;
  }
  const sum = (...names: Channel[]) =>
    names.reduce((all, name) => all + sums[CH[name]]!, 0) * world.scale;
  const errors = ENDPOINTS.map((e) => endpointErrors(sums, 0, e) * world.scale);
  // The walk meets its refusals at the page it is reading for.
  const page =
    world.plan.phases[world.state.attacker.phase]!.reads === 'addresses' ? ADDRESS_LIST : MY_INFO;
  errors[page]! += sum('attackNotFound', 'attackRefused');
  const { totals, storm } = world.state;
  return {
    at: world.now - HOUR_MS,
    requests: ENDPOINTS.map((e) => endpointRequests(sums, 0, e) * world.scale + errors[e]!),
    errors,
    orders: sum('orders'),
    lostOrders: sum('lostOrders'),
    logins: sum('logins'),
    loginFailures: sum('loginFailures', 'hostileLogins'),
    contacts: sum('contacts'),
    lockedOut: storm
      ? Math.round((world.knobs['world.daily_users'] * storm.remaining) / 1_000_000)
      : 0,
    cost: costSoFar(world),
    truth: {
      attackRequests: sum('attackAttempts'),
      attackServed: sum(
        'attackAddressList',
        'attackAddressEdit',
        'attackMyInfo',
        'attackOrderList',
      ),
      accountsLost: totals.accountsLost * world.scale,
    },
  };
}

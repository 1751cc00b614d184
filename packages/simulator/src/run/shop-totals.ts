import { VERIFIER_COUNT } from '@dwell/shop';
import type { ShopTotals } from '../router/types.ts';
import type { Knobs } from '../scenario/knobs.ts';

/** Members of the whole number space; fixed by the population formula, not by a knob. */
const MEMBERS = 33_673_817;

/** The sizes that a blast radius is part of, full scale, a mean day. */
export function shopTotals(knobs: Knobs): ShopTotals {
  const ordersPerDay = knobs['world.orders_per_day'];
  return {
    members: MEMBERS,
    dailyUsers: knobs['world.daily_users'],
    ordersPerDay,
    contactsPerDay: Math.round((ordersPerDay * knobs['world.contact_share']) / 1_000_000),
    verifiers: VERIFIER_COUNT,
  };
}

import { TICKS_PER_DAY, poisson, streamKey, type StreamKey } from '@dwell/core';
import { CH } from '../world/channels.ts';
import type { TickContext } from '../world/tick-context.ts';

/** A session's requests fall into the minute of its token and the four after it. */
export const SESSION_TICKS = 5;

const SEGMENTS = ['sessionsMobile', 'sessionsWeb', 'sessionsForeign'] as const;
const LOGGED = ['addressList', 'addressEdit', 'myInfo', 'orderList'] as const;
const COUNTED = ['home', 'search', 'cart', 'other'] as const;
const SHARES = {
  addressList: 'world.share_address_list',
  addressEdit: 'world.share_address_edit',
  myInfo: 'world.share_my_info',
  orderList: 'world.share_order_list',
  home: 'world.share_home',
  search: 'world.share_search',
  cart: 'world.share_cart',
  other: 'world.share_other',
} as const;

export type Customers = { step(tick: TickContext): void };

/**
 * Customers in three segments. Sessions start with the time of day; each brings a token and a few
 * minutes of calls. Calls follow the sessions that are really there, so a shop nobody can enter
 * falls silent by itself.
 */
export function customers(input: {
  seed: number;
  scale: number;
  knobs: TickContext['knobs'];
}): Customers {
  const { seed, scale, knobs } = input;
  const stream = (name: string) => streamKey(seed, `customers/${name}`);
  const sessionsPerTick =
    (knobs['world.daily_users'] * knobs['world.tokens_per_user']) /
    1_000_000 /
    TICKS_PER_DAY /
    scale;
  const foreign = knobs['world.foreign_share'] / 1_000_000;
  const mobile = (1 - foreign) * (knobs['world.mobile_share'] / 1_000_000);
  const shareOf = [mobile, 1 - foreign - mobile, foreign];
  const segmentKeys = SEGMENTS.map(stream);
  const logged = LOGGED.map((name) => ({
    served: CH[name],
    refused: CH[`${name}Refused`],
    key: stream(name),
    rate: callRate(name, knobs),
  }));
  const counted = COUNTED.map((name) => ({
    index: CH[name],
    key: stream(name),
    rate: callRate(name, knobs),
  }));
  const sessionsPerUser = knobs['world.tokens_per_user'] / 1_000_000;
  const orderKey = stream('orders');
  const lostKey = stream('lost-orders');
  const orderRate = Math.floor(
    (knobs['world.orders_per_day'] / knobs['world.daily_users'] / sessionsPerUser / SESSION_TICKS) *
      65536,
  );
  const loginKey = stream('logins');
  const failureKey = stream('login-failures');
  const loginShare = knobs['world.login_share'] / 1_000_000 / sessionsPerUser;
  const refusedKeys: StreamKey[] = LOGGED.map((name) => stream(`${name}/refused`));

  /** Splits calls into served and refused; `refusedPpm` is what the gateway turns away just now. */
  function split(t: TickContext, i: number, calls: number): void {
    const { served, refused } = logged[i]!;
    const out = t.refusedPpm === 0 ? 0 : part(refusedKeys[i]!, t.tick, calls, t.refusedPpm);
    t.row[refused] = out;
    t.row[served] = calls - out;
  }

  return {
    step(t) {
      const { row, tick } = t;
      const mean = sessionsPerTick * t.activity * (1 - (0.12 * t.loggedOutPpm) / 1_000_000) * 65536;
      let started = 0;
      for (let s = 0; s < 3; s++) {
        const n = poisson(segmentKeys[s]!, tick, 0, Math.floor(mean * shareOf[s]!));
        row[s] = n;
        started += n;
      }
      const loginMean = loginShare + t.loggedOutPpm / 1_000_000;
      const logins = Math.min(
        started,
        poisson(loginKey, tick, 0, Math.floor(mean * Math.min(1, loginMean))),
      );
      const success = t.loginSuccessPpm;
      row[CH.logins] = logins;
      row[CH.loginFailures] = poisson(
        failureKey,
        tick,
        0,
        Math.floor((logins * 65536 * (1_000_000 - success)) / success),
      );
      const active = t.openSessions(started, SESSION_TICKS);
      if (active === 0) return;
      for (let i = 0; i < logged.length; i++)
        split(t, i, poisson(logged[i]!.key, tick, 0, active * logged[i]!.rate));
      for (const { index, key, rate } of counted) row[index] = poisson(key, tick, 0, active * rate);
      const orders = poisson(orderKey, tick, 0, active * orderRate);
      const lostPpm = Math.min(1_000_000, t.refusedPpm + Math.floor(t.loggedOutPpm * 0.12));
      const lost = lostPpm === 0 ? 0 : part(lostKey, tick, orders, lostPpm);
      row[CH.orders] = orders - lost;
      row[CH.lostOrders] = lost;
    },
  };
}

/** Calls of an endpoint a session and tick, in 1/65536; partners make their share of two of them. */
function callRate(name: keyof typeof SHARES, knobs: TickContext['knobs']): number {
  const share = knobs[SHARES[name]];
  const calls =
    (knobs['world.calls_per_user'] * share) / knobs['world.tokens_per_user'] / SESSION_TICKS;
  const partners = 1 - knobs['world.share_partners'] / 1_000_000;
  return Math.floor(
    calls * (name === 'addressList' || name === 'orderList' ? partners : 1) * 65536,
  );
}

/** A random part of n, mean n × ppm / 10⁶. */
function part(key: StreamKey, tick: number, n: number, ppm: number): number {
  return Math.min(n, poisson(key, tick, 0, Math.floor((n * ppm * 65536) / 1_000_000)));
}

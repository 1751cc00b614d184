import { TICKS_PER_DAY, below, draw32, poisson, streamKey, type StreamKey } from '@dwell/core';
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

/** Share of customers who give up at the login when a mass logout has thrown them out. */
const ABANDONED = 0.12;

/**
 * What people look at differs from day to day by more than chance: up to 3 % a page, the same at
 * every scale. Without it a large sample would tell the slightest attack from a baseline (A).
 */
const DAY_MIX_PPM = 30_000;

type Input = { seed: number; scale: number; knobs: TickContext['knobs'] };

export type Customers = { step(tick: TickContext): void };

/**
 * Customers in three segments. Sessions start with the time of day; each brings a token and a few
 * minutes of calls. Calls follow the sessions that are really there, so a shop nobody can enter
 * falls silent by itself.
 */
export function customers(input: Input): Customers {
  const sessions = sessionStarts(input);
  const pages = pageCalls(input);
  const buying = orders(input);
  return {
    step(t) {
      const active = t.openSessions(sessions(t), SESSION_TICKS);
      if (active === 0) return;
      pages(t, active);
      buying(t, active);
    },
  };
}

const streams = (seed: number) => (name: string) => streamKey(seed, `customers/${name}`);

/** Sessions and logins of a tick; returns how many sessions started. */
function sessionStarts({ seed, scale, knobs }: Input): (t: TickContext) => number {
  const stream = streams(seed);
  const sessionsPerUser = knobs['world.tokens_per_user'] / 1_000_000;
  const perTick = (knobs['world.daily_users'] * sessionsPerUser) / TICKS_PER_DAY / scale;
  const foreign = knobs['world.foreign_share'] / 1_000_000;
  const mobile = (1 - foreign) * (knobs['world.mobile_share'] / 1_000_000);
  const shareOf = [mobile, 1 - foreign - mobile, foreign];
  const segmentKeys = SEGMENTS.map(stream);
  const [loginKey, failureKey] = [stream('logins'), stream('login-failures')];
  const loginShare = knobs['world.login_share'] / 1_000_000 / sessionsPerUser;
  return ({ row, tick, activity, loggedOutPpm, loginSuccessPpm: success }) => {
    const mean = perTick * activity * (1 - (ABANDONED * loggedOutPpm) / 1_000_000) * 65536;
    let started = 0;
    for (let s = 0; s < 3; s++) {
      const n = poisson(segmentKeys[s]!, tick, 0, Math.floor(mean * shareOf[s]!));
      row[s] = n;
      started += n;
    }
    const wanted = Math.floor(mean * Math.min(1, loginShare + loggedOutPpm / 1_000_000));
    const logins = Math.min(started, poisson(loginKey, tick, 0, wanted));
    const failing = Math.floor((logins * 65536 * (1_000_000 - success)) / success);
    row[CH.logins] = logins;
    row[CH.loginFailures] = poisson(failureKey, tick, 0, failing);
    return started;
  };
}

/** Calls of the pages: those logged one by one are split into served and refused, the others counted. */
function pageCalls({ seed, knobs }: Input): (t: TickContext, active: number) => void {
  const stream = streams(seed);
  const logged = LOGGED.map((name) => ({
    served: CH[name],
    refused: CH[`${name}Refused`],
    key: stream(name),
    refusedKey: stream(`${name}/refused`),
    rate: callRate(name, knobs),
  }));
  const counted = COUNTED.map((name) => ({
    index: CH[name],
    key: stream(name),
    rate: callRate(name, knobs),
  }));
  const mixKey = stream('day-mix');
  let mixDay = -1;
  const rates = logged.map(({ rate }) => rate);
  /** The calls of this day, each page a little more or less than usual. */
  function mix(day: number): void {
    mixDay = day;
    for (let i = 0; i < rates.length; i++) {
      const wobble =
        below(draw32(mixKey, day, 2 * i), DAY_MIX_PPM + 1) +
        below(draw32(mixKey, day, 2 * i + 1), DAY_MIX_PPM + 1);
      rates[i] = Math.floor((logged[i]!.rate * (1_000_000 - DAY_MIX_PPM + wobble)) / 1_000_000);
    }
  }
  return ({ row, tick, day, refusedPpm }, active) => {
    if (day !== mixDay) mix(day);
    for (let i = 0; i < logged.length; i++) {
      const { served, refused, key, refusedKey } = logged[i]!;
      const calls = poisson(key, tick, 0, active * rates[i]!);
      const out = refusedPpm === 0 ? 0 : part(refusedKey, tick, calls, refusedPpm);
      row[refused] = out;
      row[served] = calls - out;
    }
    for (const { index, key, rate } of counted) row[index] = poisson(key, tick, 0, active * rate);
  };
}

/** Orders, and those lost to refusals and to customers who do not log in again. */
function orders({ seed, knobs }: Input): (t: TickContext, active: number) => void {
  const stream = streams(seed);
  const [orderKey, lostKey] = [stream('orders'), stream('lost-orders')];
  const sessionsPerUser = knobs['world.tokens_per_user'] / 1_000_000;
  const perSession = knobs['world.orders_per_day'] / knobs['world.daily_users'] / sessionsPerUser;
  const rate = Math.floor((perSession / SESSION_TICKS) * 65536);
  return ({ row, tick, refusedPpm, loggedOutPpm }, active) => {
    const wanted = poisson(orderKey, tick, 0, active * rate);
    const lostPpm = Math.min(1_000_000, refusedPpm + Math.floor(loggedOutPpm * ABANDONED));
    const lost = lostPpm === 0 ? 0 : part(lostKey, tick, wanted, lostPpm);
    row[CH.orders] = wanted - lost;
    row[CH.lostOrders] = lost;
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

import { TICKS_PER_DAY, below, draw32, poisson, streamKey } from '@dwell/core';
import { AGENT_COUNT } from '@dwell/shop';
import { CH } from '../world/channels.ts';
import { hourOfMinute } from '../world/rhythm.ts';
import type { TickContext } from '../world/tick-context.ts';

type Input = { seed: number; scale: number; knobs: TickContext['knobs'] };
type Actor = { step(tick: TickContext): void };

const mean16 = (perDay: number) => (perDay / TICKS_PER_DAY) * 65536;

/** Partners and warehouses: few addresses, much volume, office hours, five times more on promotion days. */
export function partners({ seed, scale, knobs }: Input): Actor {
  const calls =
    (knobs['world.daily_users'] * knobs['world.calls_per_user'] * knobs['world.share_partners']) /
    1_000_000;
  const lists = mean16((calls * knobs['world.share_address_list']) / 1_000_000 / scale);
  const orders = mean16((calls * knobs['world.share_order_list']) / 1_000_000 / scale);
  const [listKey, orderKey] = [
    streamKey(seed, 'partners/address-list'),
    streamKey(seed, 'partners/order-list'),
  ];
  const refusedKey = streamKey(seed, 'partners/refused');
  return {
    step({ row, tick, minute, promotion, partnerRefusedPpm: throttled }) {
      const hour = hourOfMinute(minute);
      const shift = hour >= 7 && hour < 19 ? 1.7 : 0.3;
      const burst = promotion && hour >= 10 && hour < 14 ? 5 : 1;
      const list = poisson(listKey, tick, 0, Math.floor(lists * shift * burst));
      const order = poisson(orderKey, tick, 0, Math.floor(orders * shift * burst));
      const refused =
        throttled === 0
          ? 0
          : Math.min(
              list,
              poisson(refusedKey, tick, 0, Math.floor((list * throttled * 65536) / 1_000_000)),
            );
      row[CH.partnerAddressList] = list - refused;
      row[CH.partnerOrderList] = order;
      row[CH.partnerRefused] = refused;
    },
  };
}

/** Support agents: one in N agents, each with all its look-ups; nights run at a tenth. */
export function agents({ seed, scale, knobs }: Input): Actor & { sampled: readonly number[] } {
  const residue = below(draw32(streamKey(seed, 'agents/sample'), 0), 100_000) % scale;
  const sampled: number[] = [];
  for (let n = residue; n < AGENT_COUNT; n += scale) sampled.push(n + 1);
  const key = streamKey(seed, 'agents/lookups');
  const rate = mean16((sampled.length * knobs['world.agent_lookups'] * 5) / 7);
  return {
    sampled,
    step({ row, tick, minute }) {
      const hour = hourOfMinute(minute);
      row[CH.lookups] = poisson(
        key,
        tick,
        0,
        Math.floor(rate * (hour >= 9 && hour < 21 ? 1.8 : 0.2)),
      );
    },
  };
}

/** Batch and BI jobs: 20–40 a night between one and five, now and then one by day with a ticket. */
export function batchJobs({ seed }: Input): Actor {
  const key = streamKey(seed, 'jobs');
  const night = Math.floor((30 / 240) * 65536);
  const adHoc = mean16(1 / 7);
  return {
    step({ row, tick, minute }) {
      const hour = hourOfMinute(minute);
      row[CH.jobs] = poisson(key, tick, 0, hour >= 1 && hour < 5 ? night : Math.floor(adHoc));
    },
  };
}

/** Purge and test jobs that ask for numbers nobody has, and QA that touches canary accounts twice a week. */
export function housekeeping({ seed, scale, knobs }: Input): Actor {
  const key = streamKey(seed, 'housekeeping/missing');
  const canaryKey = streamKey(seed, 'housekeeping/canary');
  const rate = mean16(knobs['world.missing_subject_jobs'] / scale);
  const canaries = mean16(2 / 7);
  return {
    step({ row, tick, minute, canariesOut }) {
      const hour = hourOfMinute(minute);
      row[CH.missingSubjects] = poisson(
        key,
        tick,
        0,
        Math.floor(rate * (hour >= 1 && hour < 5 ? 4 : 0.4)),
      );
      row[CH.qaCanary] = canariesOut ? poisson(canaryKey, tick, 0, Math.floor(canaries)) : 0;
    },
  };
}

/** Credential stuffing: a few episodes a year of 6–36 hours, about a third of all sign-in events while they last. */
export function stuffing({ seed, scale, knobs }: Input): Actor {
  const key = streamKey(seed, 'stuffing');
  const count = knobs['world.stuffing_episodes'];
  const episodes: { from: number; to: number }[] = [];
  for (let i = 0; i < count; i++) {
    const from = below(draw32(key, i, 1), 365 * TICKS_PER_DAY);
    episodes.push({ from, to: from + 360 + below(draw32(key, i, 2), 1800) });
  }
  const tokens = (knobs['world.daily_users'] * knobs['world.tokens_per_user']) / 1_000_000 / scale;
  const rate = mean16(tokens * 2 * 0.5);
  return {
    step({ row, tick }) {
      const on = episodes.some((e) => tick >= e.from && tick < e.to);
      row[CH.hostileLogins] = on ? poisson(key, tick, 0, Math.floor(rate)) : 0;
    },
  };
}

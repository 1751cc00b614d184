import { DAY_MS, draw32, type SimTime } from '@dwell/core';
import { itemByRank, type Item } from '../catalogue/catalogue.ts';
import { memberStatus } from './member-traits.ts';
import type { PopulationKey } from './population-key.ts';
import { profile } from './profile.ts';

export type OrderLine = {
  readonly item: Item;
  readonly quantity: number;
  readonly priceWon: number;
};

export type Order = {
  /** `number-sequence`, such as `123456-87`. */
  readonly id: string;
  readonly placedAt: SimTime;
  readonly lines: readonly OrderLine[];
  readonly totalWon: number;
};

/** What the order list page shows. */
const LIST_LENGTH = 5;
/** Before this no order was taken; keeps sequence numbers positive. */
const OPENED_AT: SimTime = -4_745 * DAY_MS;

/**
 * Days between a member's orders, by sixteenths of the members: mean rate 0.156 a day over active
 * members, which is 4.1 M orders a day (FACTS §6).
 */
const PERIOD_DAYS = [2, 4, 4, 4, 7, 7, 7, 7, 7, 12, 12, 12, 20, 20, 40, 40] as const;

/** Counters of the orders stream: two of the member, then eight of each order. */
const PERIOD = 0;
const ENDED = 1;
const perOrder = (sequence: number) => 8 * (sequence + 1);
const MOMENT = 0;
const SHAPE = 1;
const LINES = 2;

/**
 * The last five orders before a time, newest first; fewer for young accounts. Orders of a member
 * are one a period, at a drawn moment within it, so the answer at a later time continues this one.
 * Dormant and withdrawn members stopped ordering before the run.
 */
export function recentOrders(key: PopulationKey, number: number, now: SimTime): readonly Order[] {
  const periodMs = PERIOD_DAYS[draw32(key.orders, number, PERIOD) & 15]! * DAY_MS;
  const joinedAt = profile(key, number).joinedAt;
  const before = Math.min(now, endOfOrders(key, number));
  const orders: Order[] = [];
  let sequence = Math.floor((before - OPENED_AT) / periodMs);
  for (; sequence >= 0 && orders.length < LIST_LENGTH; sequence--) {
    const moment = draw32(key.orders, number, perOrder(sequence) + MOMENT) % periodMs;
    const placedAt = OPENED_AT + sequence * periodMs + moment;
    if (placedAt <= joinedAt) break;
    if (placedAt < before) orders.push(order(key, number, sequence, placedAt));
  }
  return orders;
}

/** Dormant members stopped 1–3 years before the run, withdrawn ones 1–12 months before. */
function endOfOrders(key: PopulationKey, number: number): SimTime {
  const status = memberStatus(key, number);
  if (status === 'active') return Number.MAX_SAFE_INTEGER;
  const draw = draw32(key.orders, number, ENDED);
  return status === 'dormant' ? -(365 + (draw % 730)) * DAY_MS : -(30 + (draw % 335)) * DAY_MS;
}

/** Lines of an order: 1–3 items, mostly one of each; mean value about 30,000 won. */
function order(key: PopulationKey, number: number, sequence: number, placedAt: SimTime): Order {
  const shape = draw32(key.orders, number, perOrder(sequence) + SHAPE);
  const count = 1 + [0, 0, 0, 1, 0, 1, 0, 2][shape & 7]!;
  const lines = Array.from({ length: count }, (_, line): OrderLine => {
    const draw = draw32(key.orders, number, perOrder(sequence) + LINES + line);
    const item = itemByRank(draw >>> 8);
    const quantity = 1 + [0, 0, 0, 0, 0, 1, 0, 2][draw & 7]!;
    return { item, quantity, priceWon: item.priceWon * quantity };
  });
  return {
    id: `${number}-${sequence}`,
    placedAt,
    lines,
    totalWon: lines.reduce((sum, line) => sum + line.priceWon, 0),
  };
}

import { DAY_MS } from '@dwell/core';
import { expect, test } from 'vitest';
import { memberStatus } from './member-traits.ts';
import { populationKey } from './population-key.ts';
import { profile } from './profile.ts';
import { recentOrders } from './recent-orders.ts';
import { sampleMembers } from './sample-members.ts';

const key = populationKey(42);
const members = [...sampleMembers(key, 20_000, 7)];
const now = 200 * DAY_MS;

test('at most five orders, newest first, all between joining and now, totals add up', () => {
  for (const number of members) {
    const orders = recentOrders(key, number, now);
    expect(orders.length).toBeLessThanOrEqual(5);
    let last = now;
    for (const { placedAt, lines, totalWon } of orders) {
      expect(placedAt).toBeLessThan(last);
      expect(placedAt).toBeGreaterThan(profile(key, number).joinedAt);
      expect(totalWon).toBe(
        lines.reduce((sum, line) => sum + line.item.priceWon * line.quantity, 0),
      );
      last = placedAt;
    }
  }
});

test('a later look continues the earlier one: orders are added, never changed', () => {
  let compared = 0;
  for (const number of members.slice(0, 300)) {
    const before = new Map(recentOrders(key, number, now).map((order) => [order.id, order]));
    const stood = recentOrders(key, number, now + 2 * DAY_MS).filter((o) => o.placedAt < now);
    for (const order of stood) expect(before.get(order.id)).toEqual(order);
    compared += stood.length;
  }
  expect(compared).toBeGreaterThan(100);
});

test('active members order 4.1 M times a day in all, for 30,000 won on average', () => {
  const from = members.filter((number) => memberStatus(key, number) === 'active');
  const recent = from.flatMap((n) =>
    recentOrders(key, n, now).filter((o) => o.placedAt >= now - 2 * DAY_MS),
  );
  const perDay = (recent.length / 2 / members.length) * 33.67;
  expect(Math.abs(perDay - 4.1)).toBeLessThan(0.8);
  const all = from.flatMap((n) => recentOrders(key, n, now));
  expect(Math.abs(all.reduce((sum, o) => sum + o.totalWon, 0) / all.length - 30_000)).toBeLessThan(
    1_500,
  );
});

test('members who left or sleep have placed no order since the run began', () => {
  for (const number of members.filter((n) => memberStatus(key, n) !== 'active')) {
    for (const order of recentOrders(key, number, now)) expect(order.placedAt).toBeLessThan(0);
  }
});

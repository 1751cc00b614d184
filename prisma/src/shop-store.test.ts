import { expect, test } from 'vitest';
import { tempDatabase } from '../test/temp-home.ts';

test('the working set is 500 members in pages of 50, found by name, e-mail and number', async () => {
  const { shopStore } = await tempDatabase();
  const first = await shopStore.customers({ page: 0 });
  expect(first).toMatchObject({ total: 500, page: 0, pageSize: 50 });
  expect(first.rows).toHaveLength(50);
  const last = await shopStore.customers({ page: 9 });
  expect(last.rows).toHaveLength(50);
  const someone = last.rows[7]!;
  for (const search of [
    someone.email.toUpperCase(),
    String(someone.number),
    `${someone.name} ${someone.number}`,
  ]) {
    expect((await shopStore.customers({ search, page: 0 })).rows).toContainEqual(someone);
  }
  expect(await shopStore.customers({ search: '%', page: 0 })).toMatchObject({ total: 0, rows: [] });
});

test('a customer has an address book and orders whose lines add up', async () => {
  const { shopStore } = await tempDatabase();
  const { rows } = await shopStore.customers({ page: 0 });
  const buyer = rows.find(({ orders }) => orders > 1)!;
  const card = (await shopStore.customer(buyer.number))!;
  expect(card.addresses.length).toBeGreaterThan(0);
  expect(card.orders).toHaveLength(buyer.orders);
  for (const order of card.orders) {
    expect(order.items.reduce((sum, { priceWon }) => sum + priceWon, 0)).toBe(order.totalWon);
  }
  expect(card.orders.map(({ placedAt }) => placedAt)).toEqual(
    card.orders.map(({ placedAt }) => placedAt).sort((a, b) => b - a),
  );
  expect(await shopStore.customer(2_000_000_000)).toBeNull();
});

test('the catalogue keeps the shop’s order', async () => {
  const { shopStore } = await tempDatabase();
  const items = await shopStore.catalogue();
  expect(items).toHaveLength(300);
  expect(items[0]).toMatchObject({ id: 'grocery-01', category: 'grocery' });
});

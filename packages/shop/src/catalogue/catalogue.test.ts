import { expect, test } from 'vitest';
import { catalogue, itemByRank } from './catalogue.ts';

test('300 items, each with its own id and names, at whole hundreds of won', () => {
  const items = catalogue();
  expect(items.length).toBe(300);
  expect(new Set(items.map((item) => item.id)).size).toBe(300);
  expect(new Set(items.map((item) => item.name.en)).size).toBeGreaterThan(290);
  for (const { name, priceWon } of items) {
    expect(name.ko).toMatch(/[가-힣]/);
    expect(priceWon % 100).toBe(0);
    expect(priceWon).toBeGreaterThanOrEqual(1_000);
    expect(priceWon).toBeLessThanOrEqual(80_000);
  }
});

test('any rank names an item', () => {
  for (const rank of [0, 299, 300, 2 ** 24 - 1]) expect(catalogue()).toContain(itemByRank(rank));
});

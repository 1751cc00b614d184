import { expect, test } from 'vitest';
import { blastParts, isHarmless } from './blast-parts.ts';

const totals = {
  members: 33_673_817,
  dailyUsers: 10_000_000,
  ordersPerDay: 2_000_000,
  contactsPerDay: 100_000,
  verifiers: 200,
};
const nothing = {
  customersLockedOut: 0,
  customersAffected: 0,
  verifiersFailing: 0,
  expectedContacts: 0,
  expectedLostOrders: 0,
  latencyPercent: 0,
  notes: [],
};

test('every figure of a blast radius has its place on the map', () => {
  const ids = blastParts(nothing, totals)
    .flatMap((place) => place.bars.map((bar) => bar.id))
    .toSorted();
  expect(ids).toEqual(
    Object.keys(nothing)
      .filter((id) => id !== 'notes')
      .toSorted(),
  );
});

test('shares are of the right whole of this run', () => {
  const parts = blastParts(
    { ...nothing, expectedLostOrders: 2_000_000, verifiersFailing: 10 },
    totals,
  );
  expect(parts.find((part) => part.place === 'orders')!.bars[0]!.share).toBe(1);
  expect(parts.find((part) => part.place === 'gateway')!.bars[0]!.share).toBe(0.05);
  expect(isHarmless(nothing)).toBe(true);
  expect(isHarmless({ ...nothing, latencyPercent: 4 })).toBe(false);
});

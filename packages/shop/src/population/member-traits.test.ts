import { expect, test } from 'vitest';
import { addressCount, entryKind, memberStatus, nonMembersOwned } from './member-traits.ts';
import { populationKey } from './population-key.ts';
import { sampleMembers } from './sample-members.ts';

const key = populationKey(42);
const members = sampleMembers(key, 100, 3);
const mean = (of: (number: number) => number) =>
  members.reduce((sum, n) => sum + of(n), 0) / members.length;

test('78 % of members are active, 15 % dormant, 7 % withdrawn but kept', () => {
  const share = (status: string) => mean((n) => (memberStatus(key, n) === status ? 1 : 0));
  expect(share('active')).toBeCloseTo(0.78, 2);
  expect(share('dormant')).toBeCloseTo(0.15, 2);
  expect(share('withdrawn')).toBeCloseTo(0.07, 2);
});

test('address books have 1–7 entries, 2.2 on average; withdrawn members 2.46 M', () => {
  const counts = members.map((n) => addressCount(key, n));
  expect(Math.min(...new Set(counts))).toBe(1);
  expect(Math.max(...new Set(counts))).toBe(7);
  expect(Math.abs(mean((n) => addressCount(key, n)) - 2.2)).toBeLessThan(0.01);
  const withdrawnRows = mean((n) =>
    memberStatus(key, n) === 'withdrawn' ? addressCount(key, n) : 0,
  );
  expect(Math.abs(withdrawnRows * 33.67 - 2.46)).toBeLessThan(0.05);
});

test('12 % of entries are non-members, of whom 4.33 M are counted once', () => {
  const entries = mean((n) => addressCount(key, n));
  const others = mean((n) => {
    let count = 0;
    for (let i = 0; i < addressCount(key, n); i++) if (entryKind(key, n, i) !== 'self') count++;
    return count;
  });
  expect(Math.abs(others / entries - 0.12)).toBeLessThan(0.001);
  expect(Math.abs(mean((n) => nonMembersOwned(key, n)) * 33.67 - 4.33)).toBeLessThan(0.05);
});

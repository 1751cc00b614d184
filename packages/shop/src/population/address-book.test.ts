import { expect, test } from 'vitest';
import { householdOf } from '../network/addresses.ts';
import { addressBook } from './address-book.ts';
import { addressCount, nonMembersOwned } from './member-traits.ts';
import { maskDoorCode } from './place.ts';
import { exists, populationKey } from './population-key.ts';
import { profile } from './profile.ts';
import { sampleMembers } from './sample-members.ts';

const key = populationKey(42);
const members = [...sampleMembers(key, 20_000, 11)];
const entries = members.flatMap((number) =>
  addressBook(key, number).map((entry) => ({ number, entry })),
);

test('a book has the counted entries, the member first, indexes from 1', () => {
  for (const number of members) {
    const book = addressBook(key, number);
    expect(book.map((entry) => entry.index)).toEqual(book.map((_, i) => i + 1));
    expect(book.length).toBe(addressCount(key, number));
    expect(book[0]!.recipient).toBe(profile(key, number).name);
    expect(book[0]!.nonMember).toBe(false);
  }
});

test('a book first names exactly the non-members its account owns', () => {
  for (const number of members) {
    const owned = addressBook(key, number).filter(
      (e) => e.nonMember && e.person.startsWith(`${number}/`),
    );
    expect(owned.length).toBe(nonMembersOwned(key, number));
  }
});

test('a repeated non-member is the same person as in another account’s book', () => {
  const repeated = entries.filter(
    ({ number, entry }) => entry.nonMember && !entry.person.startsWith(`${number}/`),
  );
  expect(repeated.length).toBeGreaterThan(50);
  for (const { entry } of repeated) {
    const [owner, index] = entry.person.split('/').map(Number);
    const original = addressBook(key, owner!)[index! - 1]!;
    expect(exists(key, owner!)).toBe(true);
    expect(original.nonMember).toBe(true);
    expect([original.recipient, original.phone, original.line, original.doorCode]).toEqual([
      entry.recipient,
      entry.phone,
      entry.line,
      entry.doorCode,
    ]);
  }
});

test('members of one household live at one place', () => {
  const byHousehold = new Map<number, string>();
  let met = 0;
  for (const number of sampleMembers(key, 1000, 1)) {
    const household = householdOf(key, number);
    const line = addressBook(key, number)[0]!.line;
    if (byHousehold.has(household)) met++;
    expect(byHousehold.get(household) ?? line).toBe(line);
    byHousehold.set(household, line);
  }
  expect(met).toBeGreaterThan(5);
});

test('about 70 % of places have a door code, and the mask hides every digit', () => {
  const coded = entries.filter(({ entry }) => entry.doorCode !== '');
  expect(Math.abs(coded.length / entries.length - 0.7)).toBeLessThan(0.05);
  for (const { entry } of coded) {
    expect(entry.doorCode).toMatch(/^#(\d{4}|\d{6})\*$/);
    expect(maskDoorCode(entry.doorCode)).toMatch(/^#•+\*$/);
  }
});

test('the English book lists the same people in latin letters', () => {
  for (const number of members.slice(0, 200)) {
    const english = addressBook(key, number, 'en');
    expect(english.map((e) => e.person)).toEqual(addressBook(key, number).map((e) => e.person));
    for (const entry of english)
      expect(entry.recipient + entry.line + entry.label).toMatch(/^[\x20-\x7e]+$/);
  }
});

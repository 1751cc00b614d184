import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NUMBER_SPACE, populationKey } from './population-key.ts';
import { profile } from './profile.ts';

const key = populationKey(42);
const anyNumber = fc.integer({ min: 1, max: NUMBER_SPACE });

test('mail domains and phone numbers can belong to nobody', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const korean = profile(key, number);
      expect(korean.email).toMatch(/^[a-z]+\d+@(example\.(com|net|org)|[a-z]+\.example)$/);
      expect(korean.phone).toMatch(/^010-0\d{3}-\d{4}$/);
      expect(profile(key, number, 'en').phone).toMatch(/^\+1-[2-9]\d\d-555-01\d\d$/);
    }),
  );
});

test('a member is the same person in either language', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const korean = profile(key, number, 'ko');
      const english = profile(key, number, 'en');
      expect(english.name).toBe(korean.nameLatin);
      expect(english.email).toBe(korean.email);
      expect(english.joinedAt).toBe(korean.joinedAt);
      expect(korean).toEqual(profile(populationKey(42), number));
    }),
    { numRuns: 20 },
  );
});

test('4 % write their name in latin letters, the rest in Hangul', () => {
  let latin = 0;
  for (let number = 1; number <= 50_000; number++) {
    const { name } = profile(key, number);
    if (/^[A-Za-z ]+$/.test(name)) latin++;
    else expect(name).toMatch(/^[가-힣]{3}$/);
  }
  expect(Math.abs(latin / 50_000 - 0.04)).toBeLessThan(0.004);
});

test('mail addresses are unique and numbers were given out in order of joining', () => {
  const mails = new Set<string>();
  let last = -Infinity;
  for (let number = 1; number <= NUMBER_SPACE; number += 39_999) {
    const { email, joinedAt } = profile(key, number);
    mails.add(email);
    expect(joinedAt).toBeGreaterThan(last);
    expect(joinedAt).toBeLessThan(0);
    last = joinedAt;
  }
  expect(mails.size).toBe(Math.ceil(NUMBER_SPACE / 39_999));
});

test('member 1 of seed 42 is pinned', () => {
  expect(profile(key, 1)).toEqual({
    number: 1,
    name: '최효린',
    nameLatin: 'Hyorin Choi',
    email: 'hyorin1@example.org',
    phone: '010-0661-1036',
    status: 'active',
    joinedAt: -409906886962,
  });
});

import { DAY_MS, HOUR_MS } from '@dwell/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POSTS } from '../staff/posts.ts';
import { keysWithinReach, removeCopies, survivingCopies } from './key-copies.ts';
import { initialKeyRegister, type KeyRegister } from './key-register.ts';
import { rotateKey, settleKeys, signingKey } from './rotate-key.ts';
import { LEAVER_ID } from '../staff/staff.ts';

const start = (copyFollows = true) => initialKeyRegister({ seed: 42, copyFollows });
const at = 100 * DAY_MS;
const rotate = (register: KeyRegister, mode: 'overlap' | 'hard', when = at) =>
  rotateKey(register, { seed: 42, mode, at: when, overlapMs: DAY_MS });
const reach = (register: KeyRegister) => keysWithinReach(register).map((key) => key.version);

test('the register is plain data, and everybody it names is on the staff', () => {
  const register = start();
  expect(JSON.parse(JSON.stringify(register))).toEqual(register);
  const ids = new Set(POSTS.map((post) => post.id));
  for (const { owner, custodians, readers } of register.keys) {
    for (const id of [owner, ...custodians, ...readers]) expect(ids.has(id), id).toBe(true);
  }
});

test('the leaver reads and reaches the member key, never the payment key', () => {
  const [member, payment] = start().keys;
  expect(member!.custodians).toContain(LEAVER_ID);
  expect(keysWithinReach(start()).map((key) => key.kid)).toEqual([member!.kid]);
  expect(payment!.readers).not.toContain(LEAVER_ID);
});

test('a hard rotation withdraws the old key at once, an overlap at its end', () => {
  const hard = rotate(start(), 'hard');
  expect(hard.keys[0]).toMatchObject({ state: 'withdrawn', rotatedAt: at, withdrawnAt: at });
  const overlap = rotate(start(), 'overlap');
  expect(overlap.keys[0]).toMatchObject({ state: 'retiring', withdrawnAt: at + DAY_MS });
  expect(settleKeys(overlap, at + DAY_MS - 1)).toBe(overlap);
  expect(settleKeys(overlap, at + DAY_MS).keys[0]!.state).toBe('withdrawn');
  for (const register of [hard, overlap]) {
    expect(signingKey(register)).toMatchObject({ version: 2, createdAt: at, publishedAt: at });
    expect(signingKey(register, 'payment-token').version).toBe(1);
  }
});

test('a hard rotation during an overlap cuts it short', () => {
  const cut = rotate(rotate(start(), 'overlap'), 'hard', at + HOUR_MS);
  expect(cut.keys.map((key) => [key.version, key.state, key.withdrawnAt])).toEqual([
    [1, 'withdrawn', at + HOUR_MS],
    [1, 'active', null],
    [2, 'withdrawn', at + HOUR_MS],
    [3, 'active', null],
  ]);
});

test('a rotated key reaches the leaver through hard-coded copies until these are removed', () => {
  expect(reach(rotate(start(), 'hard'))).toEqual([1, 2]);
  expect(reach(rotate(start(false), 'hard'))).toEqual([1]);
  expect(reach(rotate(removeCopies(start()), 'hard'))).toEqual([1]);
  expect(reach(removeCopies(rotate(start(), 'hard')))).toEqual([1]);
  expect(reach(rotate(removeCopies(start(), ['test-fixture']), 'hard'))).toEqual([1, 2]);
});

test('a search removes what can be removed, but neither the vault nor private hands', () => {
  expect(survivingCopies(start()).map((copy) => copy.id)).toEqual([
    'developer-config',
    'test-fixture',
    'ci-variable',
  ]);
  const clean = removeCopies(start(), ['ci-variable']);
  expect(survivingCopies(clean).map((copy) => copy.id)).toEqual(['ci-variable']);
  expect(clean.keys[0]!.copies.filter((copy) => !copy.removed).map((copy) => copy.id)).toEqual([
    'vault',
    'leaver-laptop',
    'ci-variable',
  ]);
});

test('any order of rotations and searches: one signing key, rising versions', () => {
  const step = fc.constantFrom<'overlap' | 'hard' | 'search' | 'settle'>(
    'overlap',
    'hard',
    'search',
    'settle',
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let register = start();
      steps.forEach((what, i) => {
        const now = at + i * HOUR_MS;
        const before = JSON.stringify(register);
        const next =
          what === 'search'
            ? removeCopies(register)
            : what === 'settle'
              ? settleKeys(register, now)
              : rotate(register, what, now);
        expect(JSON.stringify(register)).toBe(before);
        register = next;
      });
      const members = register.keys.filter((key) => key.purpose === 'member-token');
      expect(members.map((key) => key.version)).toEqual(members.map((_, i) => i + 1));
      expect(members.filter((key) => key.state === 'active')).toEqual([members.at(-1)]);
      expect(new Set(register.keys.map((key) => key.kid)).size).toBe(register.keys.length);
    }),
  );
});

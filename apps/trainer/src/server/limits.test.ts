import { expect, test } from 'vitest';
import { guards } from './context.ts';
import { makeLimits } from './limits.ts';
import { RateLimit } from './rate-limit.ts';

// Goal: each key may do so much in a window, and no more; others are not held back by it.

test('a window slides: what lies behind it counts no more, and refusals are not counted', () => {
  let now = 0;
  const limit = new RateLimit(2, 100, () => now);
  expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([true, true, false]);
  expect(limit.take('b')).toBe(true);
  now = 100;
  expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([true, true, false]);
  expect([limit.count('a'), limit.count('b'), limit.count('c')]).toEqual([2, 0, 0]);
});

test('it remembers many keys, not any number', () => {
  const limit = new RateLimit(1, 1_000, () => 0);
  for (let n = 0; n <= 10_000; n++) expect(limit.take(`k${n}`)).toBe(true);
  expect([limit.take('k0'), limit.take('k10000')]).toEqual([true, false]);
});

test('a seat changes thirty things in ten seconds; an instructor as many as they like', () => {
  let now = 0;
  const { throttle } = guards(
    makeLimits(() => now),
    'here',
  );
  const guest = {
    id: 'p',
    name: 'P',
    role: 'trainee',
    seat: { exerciseId: 'e', person: 'p' },
  } as const;
  const many = (viewer: Parameters<typeof throttle>[0]) =>
    Array.from({ length: 40 }, () => throttle(viewer)).filter(Boolean).length;
  expect(many(guest)).toBe(30);
  expect(many({ id: 'i', name: 'I', role: 'instructor' })).toBe(40);
  now = 10_000;
  expect(many(guest)).toBe(30);
});

// Goal: alignment says how near somebody's answers alone were to the others', and nothing else moves it.
import { expect, test } from 'vitest';
import { alignmentOf } from './alignment.ts';
import type { Actor, HistoryFreeze } from './history.ts';
import { makeHistory, D0 } from './testing/make-history.ts';

const actor = (id: string, bot = false): Actor => ({ id, name: id, roles: [], bot });
const answer = (by: string, low: number, high: number) => ({ by, low, high, confidence: 80 });

function history(...questions: ReturnType<typeof answer>[][]) {
  const freezes = questions.map((answers, i): HistoryFreeze => ({
    question: `q${i}`,
    at: D0,
    truth: 1_000,
    answers,
  }));
  return makeHistory({
    actors: [actor('ana'), actor('ben'), actor('cho'), actor('bot', true)],
    freezes,
  });
}

test('the same range is 1, ranges that share nothing are 0', () => {
  const one = history([answer('ana', 99, 999), answer('ben', 99, 999), answer('cho', 10e6, 20e6)]);
  // Ana agrees with Ben wholly and with Cho not at all.
  expect(alignmentOf(one, 'ana')).toBe(0.5);
  expect(alignmentOf(one, 'cho')).toBe(0);
});

test('half of what two ranges span is half of it, in orders of magnitude', () => {
  // Ana spans 1 to 3 orders, Ben 2 to 3; each end is widened by 0.02: 1.04 of 2.04.
  const one = history([answer('ana', 9, 999), answer('ben', 99, 999)]);
  expect(alignmentOf(one, 'ana')).toBeCloseTo(1.04 / 2.04, 9);
});

test('every question counts the same', () => {
  const same = [answer('ana', 99, 999), answer('ben', 99, 999), answer('cho', 99, 999)];
  const apart = [answer('ana', 99, 999), answer('ben', 10e6, 20e6)];
  expect(alignmentOf(history(same, apart), 'ana')).toBe(0.5);
});

test('bots do not count, and who was asked alone has none', () => {
  expect(alignmentOf(history([answer('ana', 1, 2), answer('bot', 1, 2)]), 'ana')).toBeNull();
  expect(alignmentOf(history([answer('ben', 1, 2), answer('cho', 1, 2)]), 'ana')).toBeNull();
});

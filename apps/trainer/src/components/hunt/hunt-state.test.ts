import { expect, test } from 'vitest';
import { readHunt, spanTimes } from './hunt-state.ts';

const read = (query: string) => readHunt(new URLSearchParams(query));

test('the address is the state', () => {
  const state = read('table=authentication&q=status%3AFailure&from=1000&to=5000&rec=3');
  expect(state).toMatchObject({
    mode: 'search',
    table: 'authentication',
    query: 'status:Failure',
    span: 'own',
    record: 3,
  });
  expect(spanTimes(state, 99)).toEqual({ from: 1000, to: 5000 });
});

test('odd addresses fall back to the last day of requests', () => {
  const state = read('table=DROP%20TABLE&from=9&to=1&span=decade&rec=-1');
  expect(state).toMatchObject({ table: 'http_activity', span: 'day', from: null, record: null });
  expect(spanTimes(state, 10 * 86_400_000)).toEqual({ from: 9 * 86_400_000, to: 10 * 86_400_000 });
});

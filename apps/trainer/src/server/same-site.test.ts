import { expect, test } from 'vitest';
import { isSameSite } from './same-site.ts';

const from = (headers: Record<string, string>) =>
  isSameSite(
    new Request('http://127.0.0.1:3000/api/trpc/run.list', {
      headers: { host: '127.0.0.1:3000', ...headers },
    }),
  );

test('our own pages and programs may pass', () => {
  expect(from({ 'sec-fetch-site': 'same-origin', origin: 'https://behind.a.proxy' })).toBe(true);
  expect(from({ 'sec-fetch-site': 'none' })).toBe(true);
  expect(from({ origin: 'http://127.0.0.1:3000' })).toBe(true);
  expect(from({})).toBe(true);
});

test('pages of other sites, other ports and sandboxes may not', () => {
  expect(from({ 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' })).toBe(false);
  expect(from({ 'sec-fetch-site': 'same-site' })).toBe(false);
  expect(from({ origin: 'http://evil.example' })).toBe(false);
  expect(from({ origin: 'http://127.0.0.1:8080' })).toBe(false);
  expect(from({ origin: 'null' })).toBe(false);
});

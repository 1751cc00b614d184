import { expect, test } from 'vitest';
import { networkWords } from './network-words.mjs';

// Goal: whoever opens the server to others is told where they join and what is not safe.

const said = (options, env = {}) =>
  networkWords({ host: '127.0.0.1', names: ['127.0.0.1'], ...options }, env).join('\n');

test('a server for this machine alone has nothing to say', () => {
  expect(said({ url: 'http://127.0.0.1:3000' })).toBe('');
});

test('on a network without TLS, that is said, and where people join', () => {
  const words = said({
    host: '0.0.0.0',
    names: ['192.0.2.5', '198.51.100.7', 'box'],
    url: 'http://192.0.2.5:3000',
  });
  expect(words).toContain('join at http://192.0.2.5:3000/join');
  expect(words).toContain('also answers to 198.51.100.7, box');
  expect(words).toMatch(/Without TLS/);
});

test('behind a proxy: its headers must be trusted, and only its', () => {
  const url = 'https://dwell.example';
  expect(said({ url })).toMatch(/DWELL_BEHIND_PROXY=1/);
  expect(said({ url }, { DWELL_BEHIND_PROXY: '1' })).toBe(
    'People join at https://dwell.example/join',
  );
  const open = said({ host: '0.0.0.0', names: [], url }, { DWELL_BEHIND_PROXY: '1' });
  expect(open).toMatch(/nobody but the proxy/);
});

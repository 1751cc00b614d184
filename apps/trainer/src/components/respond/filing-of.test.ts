import { expect, test } from 'vitest';
import { filingOf, ruleMetBy } from './filing-of.ts';

// Goal: a legal clock leads to the response that meets it, and that response names the same clock.
test.each(['kr-network-48-3', 'kr-pipa-34-people', 'kr-pipa-34-regulator'])('%s', (rule) => {
  const address = new URLSearchParams(filingOf(rule));
  expect(ruleMetBy(address.get('response')!, { rule: address.get('rule') })).toBe(rule);
});

test('other responses meet none', () => {
  expect(ruleMetBy('rotate-key', { rule: 'kr-network-48-3' })).toBeNull();
});

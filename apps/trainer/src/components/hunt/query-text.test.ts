import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clause, hasClause, splitQuery, toggleClause } from './query-text.ts';

test('plain words stay bare, anything else is quoted', () => {
  expect(clause('endpoint', 'my_info', false)).toBe('endpoint:my_info');
  expect(clause('src_ip', '203.0.113.7', true)).toBe('-src_ip:203.0.113.7');
  expect(clause('user_agent', 'a "b" c', false)).toBe('user_agent:"a \\"b\\" c"');
  expect(clause('refused_by', null, false)).toBe('-refused_by:*');
  expect(clause('word', 'OR', false)).toBe('word:"OR"');
});

test('a click adds, a second takes away, the opposite replaces', () => {
  const once = toggleClause('status_code:>=400', 'endpoint', 'my_info', false);
  expect(once).toBe('status_code:>=400 endpoint:my_info');
  expect(toggleClause(once, 'endpoint', 'my_info', false)).toBe('status_code:>=400');
  expect(toggleClause(once, 'endpoint', 'my_info', true)).toBe(
    'status_code:>=400 -endpoint:my_info',
  );
});

test('brackets and quotes hold together', () => {
  expect(splitQuery('(a:1 OR b:2) c:"x y" -d:3')).toEqual(['(a:1 OR b:2)', 'c:"x y"', '-d:3']);
});

test('whatever the value, clicking twice leaves no trace', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.boolean(), (value, exclude) => {
      const once = toggleClause('a:1', 'field', value, exclude);
      expect(hasClause(once, 'field', value, exclude)).toBe(true);
      expect(toggleClause(once, 'field', value, exclude)).toBe('a:1');
    }),
  );
});

import { expect, test } from 'vitest';
import { newKey } from './drafts.ts';
import { freeName, nameOf, ruleTemplate } from './template.ts';

test('a new rule takes no name or place that is taken', () => {
  expect(nameOf(ruleTemplate([]))).toBe('my-rule');
  expect(nameOf(ruleTemplate(['my-rule']))).toBe('my-rule-2');
  expect(freeName('a', ['a', 'a-2'])).toBe('a-3');
  expect(newKey(['~1', '~3'])).toBe('~2');
});

test('alerts are called by the last document of a file', () => {
  expect(nameOf('name: base\n---\nname: whole\ncorrelation: {}\n---\n')).toBe('whole');
  expect(nameOf('title: no name')).toBeNull();
});

import { expect, test } from 'vitest';
import type { RuleCard } from '@dwell/simulator/router';
import { groupOf, ruleEntries, titleOf } from './entries.ts';

const card = (name: string, more: Partial<RuleCard> = {}): RuleCard => ({
  name,
  title: `Rule ${name}`,
  level: 'medium',
  techniques: ['T1606'],
  description: null,
  falsePositives: [],
  teaching: false,
  origin: 'shipped',
  text: '',
  state: 'library',
  effectiveAt: null,
  sequence: null,
  alerts: 0,
  lastAlertAt: null,
  needs: [],
  ...more,
});

test('texts never saved come first, then what looks, then the rest by level, teaching last', () => {
  const cards = [
    card('b'),
    card('lesson', { teaching: true, level: 'critical' }),
    card('a', { level: 'critical' }),
    card('on', { state: 'deploying' }),
    card('off', { state: 'retired' }),
  ];
  const entries = ruleEntries(cards, { '~1': { text: 'title: "Mine"\n', of: null } }, '');
  expect(entries.map((entry) => entry.key)).toEqual(['~1', 'on', 'a', 'b', 'lesson', 'off']);
  expect(entries.map(groupOf).slice(0, 3)).toEqual(['unsaved', 'deployed', 'library']);
  expect(titleOf('en', entries[0]!)).toBe('Mine');
});

test('a filter looks at name, title and technique', () => {
  const cards = [card('one'), card('two', { techniques: ['T1087'] })];
  expect(ruleEntries(cards, {}, 't1087').map((entry) => entry.key)).toEqual(['two']);
  expect(ruleEntries(cards, {}, 'rule o').map((entry) => entry.key)).toEqual(['one']);
});

test('an edited text of a rule that has gone is still offered', () => {
  const entries = ruleEntries([], { gone: { text: 'title: Kept\n', of: 'x' } }, '');
  expect(entries).toMatchObject([{ key: 'gone', card: null }]);
});

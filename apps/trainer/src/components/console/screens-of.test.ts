import { expect, test } from 'vitest';
import { screensOf } from './screens-of.ts';

const ids = (tools: Parameters<typeof screensOf>[0]) => screensOf(tools).map(({ id }) => id);

// Goal: a seat is offered the screens that its roles' tools open, and those that belong to everybody.
test('screens follow the tools; the room has four of its own', () => {
  expect(ids(null)).toEqual(['situation', 'alerts', 'hunt', 'rules', 'respond', 'shop', 'runs']);
  expect(ids([])).toEqual(['situation', 'inbox', 'decide', 'documents', 'record']);
  expect(ids(['hunt', 'customers'])).toEqual([
    'situation',
    'inbox',
    'hunt',
    'decide',
    'documents',
    'record',
    'shop',
  ]);
});

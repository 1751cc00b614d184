import { expect, test } from 'vitest';
import type { StaffCard } from '@dwell/simulator/router';
import { staffTree } from './staff-tree.ts';

const person = (id: string, manager: string | null): StaffCard => ({
  id,
  name: id,
  nameKo: id,
  department: 'd',
  role: 'r',
  manager,
  joinedAt: 0,
  leftAt: null,
});

test('everybody stands once, under their manager', () => {
  const nodes = staffTree([person('b', 'a'), person('a', null), person('c', 'b')]);
  expect(nodes.map(({ person: p, depth }) => `${depth}${p.id}`)).toEqual(['0a', '1b', '2c']);
});

test('an unknown manager or a circle loses nobody', () => {
  const nodes = staffTree([person('a', 'gone'), person('x', 'y'), person('y', 'x')]);
  expect(nodes.map(({ person: p }) => p.id).toSorted()).toEqual(['a', 'x', 'y']);
});

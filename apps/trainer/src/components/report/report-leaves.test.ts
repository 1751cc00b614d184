// Goal: a break begins new paper, and no leaf is empty.
import type { Block } from '@dwell/scoring/report';
import { expect, test } from 'vitest';
import { leavesOf } from './report-leaves.ts';

const text = (words: string): Block => ({ is: 'text', text: words });

test('leaves are what stands between breaks', () => {
  const leaves = leavesOf([
    text('cover'),
    { is: 'break' },
    { is: 'break' },
    text('log'),
    text('more'),
    { is: 'break' },
  ]);
  expect(leaves.map(({ length }) => length)).toEqual([1, 2]);
});
